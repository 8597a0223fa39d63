package dev.holdfast.it.vendors;

import com.slack.api.methods.MethodsClient;
import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.annotations.Resilient;

/** Slack, and of its methods those that only read. */
@CircuitBreaker(failureThreshold = 6)
@Backoff(maxAttempts = 3, baseDelay = "10ms")
@RateLimited
@Resilient(of = MethodsClient.class, include = "*Info|*List|*History")
public interface SlackPolicy {}
