package dev.holdfast.it.vendors;

import com.acme.orders.ApiException;
import com.acme.orders.OrderApi;
import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.annotations.Resilient;

/** An API with callbacks, which are not protected. */
@CircuitBreaker(failureThreshold = 3)
@Backoff(maxAttempts = 3, baseDelay = "10ms")
@RateLimited(on = ApiException.class)
@Resilient(of = OrderApi.class, exempt = "*Call|*Async")
public interface OrderPolicy {}
