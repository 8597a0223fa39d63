package golden.deprecated;

import dev.holdfast.annotations.CircuitBreaker;
import java.util.List;

@CircuitBreaker
@SuppressWarnings({"deprecation", "removal", "rawtypes"})
public interface LegacyClient {

    @Deprecated
    String old(String id);

    @Deprecated(since = "2", forRemoval = true)
    String oldest(String id);

    Old value();

    List raw();

    /** Nothing here is deprecated. */
    String current(String id);
}
