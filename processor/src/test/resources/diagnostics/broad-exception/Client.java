package com.acme;

import dev.holdfast.annotations.*;

import java.io.IOException;

@CircuitBreaker(monitored = Exception.class)
interface Client {
    @Backoff(retryOn = Throwable.class)
    String one() throws IOException, InterruptedException;

    String two() throws IOException;
}

@CircuitBreaker(monitored = Exception.class)
interface Fine {
    @Backoff
    String byDefault() throws IOException;

    @Backoff(retryOn = Exception.class)
    String unchecked();

    @Backoff(retryOn = Exception.class)
    String all() throws Exception;

    @Backoff(retryOn = Exception.class)
    <X extends Exception> String generic(Class<X> type) throws X;
}

/** Rejections count too, which nobody declares. */
@Fallback(on = Exception.class)
interface Answered {
    String call() throws IOException;
}
