package dev.holdfast.examples.patterns;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer other than a token: status and headers are read by their names. */
public final class LoginException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Map<String, String> headers;

    /**
     * Makes an exception of an answer.
     *
     * @param status its HTTP status
     * @param headers its headers
     */
    public LoginException(int status, Map<String, String> headers) {
        super("login answered " + status);
        this.status = status;
        this.headers = Map.copyOf(headers);
    }

    /**
     * Tells the status.
     *
     * @return the HTTP status
     */
    public int status() {
        return status;
    }

    /**
     * Finds a header.
     *
     * @param name its name
     * @return its value, or null
     */
    public @Nullable String header(String name) {
        return headers.get(name);
    }
}
