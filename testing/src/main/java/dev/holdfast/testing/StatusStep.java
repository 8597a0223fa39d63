package dev.holdfast.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer with an HTTP status. Immutable. */
public final class StatusStep extends Step {

    private final int status;
    private final Map<String, String> headers;
    private final @Nullable Object body;

    private StatusStep(int status, Map<String, String> headers, @Nullable Object body, long delay, int times) {
        super("status " + status + (headers.isEmpty() ? "" : " " + headers), arguments -> null, delay, times);
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    static StatusStep of(int status) {
        if (status < 100 || status > 599) {
            throw new IllegalArgumentException("status is " + status + ", must be from 100 to 599");
        }
        return new StatusStep(status, Map.of(), null, 0, 1);
    }

    /**
     * Adds a header.
     *
     * @param name its name
     * @param value its value
     * @return another step
     */
    public StatusStep header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new StatusStep(status, more, body, delay, times);
    }

    /**
     * Adds a body, for methods that return {@code java.net.http.HttpResponse}.
     *
     * @param newBody the body
     * @return another step
     */
    public StatusStep body(Object newBody) {
        return new StatusStep(status, headers, newBody, delay, times);
    }

    @Override
    StatusStep delayed(long nanos) {
        return new StatusStep(status, headers, body, delay + nanos, times);
    }

    @Override
    StatusStep repeated(int number) {
        return new StatusStep(status, headers, body, delay, number);
    }

    @Override
    @Nullable
    Object answer(ScriptedMethod method, List<@Nullable Object> arguments) throws Throwable {
        return method.answer(status, headers, body);
    }
}
