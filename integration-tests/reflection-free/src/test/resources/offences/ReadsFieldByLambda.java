// ReadsFieldByLambda.lambda$reader$0: reflection, java.lang.reflect.Field.get
import java.lang.reflect.*;
class ReadsFieldByLambda {
    java.util.concurrent.Callable<Object> reader(Field field) { return () -> field.get(null); }
}
