package legacy;

import dev.holdfast.annotations.Backoff;
import java.util.List;

/** Deprecated members and types. @deprecated use another */
@Backoff(baseDelay = "1ms")
@Deprecated(since = "1.0 \"é\"")
@SuppressWarnings({"deprecation", "removal"})
public interface LegacyClient extends Old.Parent {

    /** Gone soon. */
    @Deprecated(forRemoval = true, since = "2")
    Old find(Old old, List<? extends Gone> gone);

    @Deprecated
    String old(String name) throws Gone.Failure;

    Gone.Inner fresh(Gone.Inner[]... inner);

    /** Not deprecated, what it overrides is. */
    @Override
    void parent();

    void finalize();
}
