package com.example.orders;

import java.util.Map;
import lombok.Getter;

/** What the stock's server answers when it does not answer well; Lombok writes what tells it. */
@Getter
class StockException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int statusCode;
    private final transient Map<String, String> headers;

    StockException(int statusCode, Map<String, String> headers) {
        super("status " + statusCode);
        this.statusCode = statusCode;
        this.headers = headers;
    }
}
