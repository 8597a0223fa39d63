package dev.holdfast.it.vendors;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.Jitter;
import io.lettuce.core.RedisCommandExecutionException;
import java.util.concurrent.CompletionStage;

/** What an application reads of Redis, with futures. */
@Backoff(maxAttempts = 8, baseDelay = "50ms", jitter = Jitter.EQUAL, abortOn = RedisCommandExecutionException.class)
public interface RedisReads {

    CompletionStage<String> get(String key);
}
