package legacy;

import dev.holdfast.annotations.CircuitBreaker;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** From before generics. */
@CircuitBreaker(failureThreshold = 1000)
@SuppressWarnings("rawtypes")
public interface RawClient extends Comparable, RawSource {

    List all(Collection all, Map.Entry[] entries, Class... types);

    <T extends Comparable> T least(List<? super Map> maps, T t);
}
