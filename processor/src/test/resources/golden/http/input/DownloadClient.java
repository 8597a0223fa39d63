package golden.http;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.BeyondMaxDelay;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

@CircuitBreaker
@Backoff
@RateLimited(
        defaultDelay = "10s",
        maxDelay = "1m30s",
        beyondMaxDelay = BeyondMaxDelay.CLAMP,
        statuses = {429, 503})
public interface DownloadClient {

    HttpResponse<String> text(HttpRequest request) throws IOException, InterruptedException;

    /** A stream that is dropped for a retry must be closed. */
    HttpResponse<InputStream> stream(HttpRequest request) throws IOException, InterruptedException;

    /** The body may be anything. */
    <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException;

    /** No status to read: only the breaker, the backoff and the hold are left. */
    void ping();
}
