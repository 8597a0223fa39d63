package shop;

import com.acme.pay.PayClient;
import com.acme.pay.PayException;
import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.annotations.Resilient;

@CircuitBreaker
@Backoff(maxAttempts = 3)
@RateLimited(on = PayException.class)
@Resilient(of = PayClient.class, interfaceName = "Payments", exempt = "events")
public interface PayPolicy {

    @Backoff(maxAttempts = 1)
    void refund(Comparable<?> account, String... charges);
}
