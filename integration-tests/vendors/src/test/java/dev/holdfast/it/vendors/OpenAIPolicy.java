package dev.holdfast.it.vendors;

import com.openai.client.OpenAIClient;
import com.openai.client.OpenAIClientAsync;
import com.openai.errors.OpenAIServiceException;
import com.openai.services.async.ChatServiceAsync;
import com.openai.services.blocking.ChatService;
import com.openai.services.blocking.EmbeddingService;
import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.annotations.Resilient;

/** OpenAI, whose own retries are off. */
@CircuitBreaker(failureThreshold = 6)
@Backoff(maxAttempts = 3, baseDelay = "10ms")
@RateLimited(on = OpenAIServiceException.class)
@Resilient(
        of = OpenAIClient.class,
        nested = {ChatService.class, EmbeddingService.class, OpenAIClientAsync.class, ChatServiceAsync.class})
@SuppressWarnings({"holdfast:client-retries", "holdfast:unprotected-methods"}) // no other service is called
public interface OpenAIPolicy {

    /** Embeddings are tried twice. */
    @Backoff(maxAttempts = 2, baseDelay = "10ms")
    interface Embeddings extends EmbeddingService {}
}
