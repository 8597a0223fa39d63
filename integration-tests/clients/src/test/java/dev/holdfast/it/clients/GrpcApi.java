package dev.holdfast.it.clients;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import io.grpc.StatusRuntimeException;

/** Over a gRPC channel. */
@CircuitBreaker
@Backoff(maxAttempts = 4, baseDelay = "1ms", maxDelay = "2ms")
@RateLimited(defaultDelay = "2s", on = StatusRuntimeException.class)
interface GrpcApi {

    byte[] get(byte[] path);
}
