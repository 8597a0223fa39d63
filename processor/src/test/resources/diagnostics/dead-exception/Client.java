package com.acme;

import dev.holdfast.annotations.*;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;

@CircuitBreaker(monitored = {IOException.class, SQLException.class, IllegalStateException.class})
interface Client {
    @Backoff(retryOn = {IOException.class, SQLException.class})
    String one() throws IOException;

    @Backoff(retryOn = IOException.class)
    HttpResponse<String> two();

    @Backoff(retryOn = {IOException.class, Exception.class, RuntimeException.class})
    String fine() throws IOException, Exception;
}

class Refused extends Exception {
    public int status() {
        return 429;
    }
}

@RateLimited(on = Refused.class)
interface Limited {
    java.net.http.HttpResponse<String> get(String key) throws IOException;

    @RateLimited(on = Refused.class)
    String read(String key) throws IOException;

    @RateLimited(on = Refused.class)
    String load(String key) throws Exception;

    @RateLimited(on = Refused.class)
    java.util.concurrent.CompletionStage<String> later(String key);
}
