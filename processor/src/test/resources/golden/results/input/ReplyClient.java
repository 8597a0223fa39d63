package golden.results;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.RateLimited;

@Backoff(maxAttempts = 1)
@RateLimited(name = "reply", hint = ReplyHint.class, maxDelay = "45s", shared = false, respectRetryAfter = false)
interface ReplyClient {

    /** Read by the user's hint, and closed where it is dropped. */
    Reply ask(String question) throws Exception;

    String other(String question);
}
