package dev.holdfast.it.vendors;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.annotations.Resilient;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthGrpc.HealthBlockingStub;

/** A blocking stub. What streams is not protected. */
@CircuitBreaker(failureThreshold = 3)
@Backoff(maxAttempts = 3, baseDelay = "10ms")
@RateLimited(on = StatusRuntimeException.class)
@Resilient(of = HealthBlockingStub.class, className = "ResilientHealth", interfaceName = "Health", exempt = "watch")
public interface HealthPolicy {}
