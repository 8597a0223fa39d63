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

// expect: Client.java:11: warning: [holdfast:dead-exception] @Backoff.retryOn names SQLException, a checked exception that Client.one() does not declare. Fix: remove it, or declare it where it is thrown.
// expect: Client.java:14: warning: [holdfast:dead-exception] @Backoff.retryOn names IOException, a checked exception that Client.two() does not declare. Fix: remove it, or declare it where it is thrown.
// expect: Client.java:27: warning: [holdfast:dead-exception] @RateLimited.on names Refused, a checked exception that no method of Limited declares. Fix: remove it, or declare it where it is thrown.
// expect: Client.java:31: warning: [holdfast:dead-exception] @RateLimited.on names Refused, a checked exception that Limited.read(String) does not declare. Fix: remove it, or declare it where it is thrown.
