package dev.holdfast.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * A response of {@code java.net.http} that no server has sent. Immutable.
 *
 * <pre>{@code
 * HttpResponse<String> busy = TestResponse.<String>of(429).header("Retry-After", "2").body("slow down");
 * }</pre>
 *
 * @param <T> the type of the body
 */
public final class TestResponse<T extends @Nullable Object> implements HttpResponse<T> {

    private static final URI NOWHERE = URI.create("http://test.invalid/");

    private final int status;
    private final Map<String, List<String>> headers;
    private final @Nullable T body;

    private TestResponse(int status, Map<String, List<String>> headers, @Nullable T body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /**
     * Returns a response without headers and body.
     *
     * @param status its status
     * @param <T> the type of the body
     * @return the response
     */
    public static <T extends @Nullable Object> TestResponse<T> of(int status) {
        return new TestResponse<>(status, Map.of(), null);
    }

    /**
     * Returns the same response with one more header, or one more value of a header.
     *
     * @param name its name, in upper or lower case
     * @param value its value
     * @return another response
     */
    public TestResponse<T> header(String name, String value) {
        Map<String, List<String>> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        List<String> values = new ArrayList<>(more.getOrDefault(name, List.of()));
        values.add(value);
        more.put(name, values);
        return new TestResponse<>(status, more, body);
    }

    /**
     * Returns the same response with a body.
     *
     * @param newBody the body
     * @return another response
     */
    public TestResponse<T> body(@Nullable T newBody) {
        return new TestResponse<>(status, headers, newBody);
    }

    /** {@inheritDoc} */
    @Override
    public int statusCode() {
        return status;
    }

    /** {@inheritDoc} */
    @Override
    public HttpHeaders headers() {
        return HttpHeaders.of(headers, (name, value) -> true);
    }

    /** {@inheritDoc} */
    @Override
    @SuppressWarnings("NullAway") // as the JDK's: without a body there is null
    public T body() {
        return body;
    }

    /** Returns a request that was never sent. */
    @Override
    public HttpRequest request() {
        return HttpRequest.newBuilder(NOWHERE).build();
    }

    /** Returns nothing. */
    @Override
    public Optional<HttpResponse<T>> previousResponse() {
        return Optional.empty();
    }

    /** Returns nothing. */
    @Override
    public Optional<SSLSession> sslSession() {
        return Optional.empty();
    }

    /** Returns the URI of a request that was never sent. */
    @Override
    public URI uri() {
        return NOWHERE;
    }

    /** {@inheritDoc} */
    @Override
    public HttpClient.Version version() {
        return HttpClient.Version.HTTP_1_1;
    }

    /** Returns the status, for messages. */
    @Override
    public String toString() {
        return "response " + status + (headers.isEmpty() ? "" : " " + headers);
    }
}
