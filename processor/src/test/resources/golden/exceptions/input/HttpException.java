package golden.exceptions;

import java.io.IOException;

public class HttpException extends IOException {
    private static final long serialVersionUID = 1L;

    public int statusCode() {
        return 429;
    }

    public String retryAfter() {
        return "2";
    }
}
