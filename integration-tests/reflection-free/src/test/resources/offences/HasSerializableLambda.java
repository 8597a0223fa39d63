// HasSerializableLambda.make: serialization, java.lang.invoke.LambdaMetafactory.altMetafactory
import java.io.*;
class HasSerializableLambda {
    Runnable make() { return (Runnable & Serializable) () -> {}; }
}
