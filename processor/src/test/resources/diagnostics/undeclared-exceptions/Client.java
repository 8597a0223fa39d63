package com.acme;

import dev.holdfast.annotations.*;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeoutException;

@CircuitBreaker(monitored = InterruptedException.class)
interface Client {
    @Backoff(retryOn = {IOException.class, TimeoutException.class})
    String one();

    @Backoff(retryOn = IOException.class, retryStatuses = {})
    HttpResponse<String> two();

    @Backoff(retryOn = IOException.class)
    @SuppressWarnings("holdfast:dead-exception")
    HttpResponse<String> fine();

    @Backoff(retryOn = IOException.class)
    String alsoFine() throws java.io.FileNotFoundException;
}

interface Base {
    @Backoff(retryOn = IOException.class)
    String call() throws IOException;

    @Backoff(retryOn = IOException.class)
    <X extends Exception> String generic(Class<X> type) throws X;
}

@CircuitBreaker
interface Narrower extends Base {
    @Override
    String call();
}

@Backoff(retryOn = IOException.class)
interface Variable<X extends Exception> {
    String call() throws X;
}

@Fallback(on = IOException.class)
interface Answered {
    String call();
}
