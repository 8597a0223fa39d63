package dev.holdfast.it.vendors.openapi;

import java.io.Serial;
import java.net.http.HttpHeaders;

/** As the library {@code native} declares it. */
public class ApiException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final int code;
    private final transient HttpHeaders responseHeaders;
    private final String responseBody;

    public ApiException(Throwable cause) {
        super(cause);
        this.code = 0;
        this.responseHeaders = null;
        this.responseBody = null;
    }

    public ApiException(int code, String message, HttpHeaders responseHeaders, String responseBody) {
        super(message);
        this.code = code;
        this.responseHeaders = responseHeaders;
        this.responseBody = responseBody;
    }

    public int getCode() {
        return code;
    }

    public HttpHeaders getResponseHeaders() {
        return responseHeaders;
    }

    public String getResponseBody() {
        return responseBody;
    }
}
