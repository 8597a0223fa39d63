package dev.holdfast.it.vendors;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.annotations.Resilient;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.web.client.RestClientResponseException;

/** Any chat model of Spring AI. The class has a name of its own, as the interface is called as that of others. */
@CircuitBreaker(failureThreshold = 6)
@Backoff(maxAttempts = 3, baseDelay = "10ms")
@RateLimited(on = RestClientResponseException.class)
@Resilient(of = ChatModel.class, className = "ResilientSpringChatModel", exempt = "stream")
public interface SpringChatPolicy {}
