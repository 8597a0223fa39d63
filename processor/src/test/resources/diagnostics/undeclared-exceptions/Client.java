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

// expect: Client.java:44: error: [holdfast:undeclared-exceptions] @Fallback.on names only checked exceptions that no method of Answered declares, so nothing is ever answered. Fix: name exceptions that are declared, or unchecked ones.
// expect: Client.java:9: warning: [holdfast:dead-exception] @CircuitBreaker.monitored names InterruptedException, a checked exception that no method of Client declares. Fix: remove it, or declare it where it is thrown.
// expect: Client.java:11: error: [holdfast:undeclared-exceptions] @Backoff.retryOn names only checked exceptions that Client.one() does not declare, so nothing is ever retried. Fix: name exceptions that are declared, or unchecked ones.
// expect: Client.java:14: error: [holdfast:undeclared-exceptions] @Backoff.retryOn names only checked exceptions that Client.two() does not declare, so nothing is ever retried. Fix: name exceptions that are declared, or unchecked ones.
