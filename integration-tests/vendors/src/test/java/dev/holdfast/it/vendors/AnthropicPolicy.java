package dev.holdfast.it.vendors;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.AnthropicClientAsync;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.models.messages.batches.BatchCancelParams;
import com.anthropic.models.messages.batches.MessageBatch;
import com.anthropic.services.async.MessageServiceAsync;
import com.anthropic.services.blocking.MessageService;
import com.anthropic.services.blocking.messages.BatchService;
import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.annotations.Resilient;

/** Anthropic, whose own retries are off. */
@CircuitBreaker(failureThreshold = 6)
@Backoff(maxAttempts = 3, baseDelay = "10ms")
@RateLimited(on = AnthropicServiceException.class)
@Resilient(
        of = AnthropicClient.class,
        nested = {MessageService.class, AnthropicClientAsync.class, MessageServiceAsync.class})
@SuppressWarnings({"holdfast:client-retries", "holdfast:unprotected-methods"}) // no other service is called
public interface AnthropicPolicy {

    /** Settings for some methods of batches. */
    interface Batches extends BatchService {

        /** Not repeated. */
        @Override
        @Backoff(maxAttempts = 1)
        MessageBatch cancel(BatchCancelParams params);
    }
}
