package policies;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Exempt;
import dev.holdfast.annotations.Resilient;
import vendor.Store;

/** Policies for an interface of another package, whose types have names that generated code uses. */
@Backoff(baseDelay = "1ms")
@CircuitBreaker
@Resilient(of = Store.class)
public interface StorePolicy {

    @Backoff(baseDelay = "2ms")
    void write(java.util.Map<?, ?> values);

    @Exempt
    char exemptItself(String name);
}
