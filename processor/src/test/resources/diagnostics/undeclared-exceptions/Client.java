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
