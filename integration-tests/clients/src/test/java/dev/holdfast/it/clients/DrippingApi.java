package dev.holdfast.it.clients;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.Bulkhead;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.annotations.Timeout;
import java.io.IOException;
import okhttp3.Response;
import org.apache.hc.core5.http.ClassicHttpResponse;

/** Over clients whose answers read what is left of the body when they are closed. */
interface DrippingApi {

    /** Over OkHttp. */
    @RateLimited(maxAttempts = 3)
    @Bulkhead(maxConcurrent = 1)
    @Timeout("500ms")
    @Backoff(maxAttempts = 3, baseDelay = "1ms", maxDelay = "2ms", deadline = "2s")
    interface OkHttp {

        Response get(String uri) throws IOException;
    }

    /** Over Apache HttpClient. */
    @RateLimited(maxAttempts = 3)
    @Bulkhead(maxConcurrent = 1)
    @Timeout("500ms")
    @Backoff(maxAttempts = 3, baseDelay = "1ms", maxDelay = "2ms", deadline = "2s")
    interface Apache {

        ClassicHttpResponse get(String uri) throws IOException;
    }
}
