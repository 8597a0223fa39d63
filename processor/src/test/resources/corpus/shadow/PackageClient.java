package shadow;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import java.util.Map;

/** Types of its package hide java.lang, java.util and the runtime; a parent brings more of them. */
@Backoff(baseDelay = "1ms")
@CircuitBreaker(failureThreshold = 1000)
public interface PackageClient extends PackageParent {

    Override override(Objects objects, Holdfast holdfast, Permit permit, java.util.Objects[] real);

    Entry<String, Integer> entry(Map.Entry<String, Integer> real, SyncGuard guard);
}
