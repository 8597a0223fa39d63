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

// expect: Client.java:7: warning: [holdfast:broad-exception] @CircuitBreaker.monitored names Exception, so bugs such as a NullPointerException count too, while Client declares only IOException, InterruptedException. Fix: name those, and the unchecked exceptions that your client throws when a call fails.
// expect: Client.java:9: warning: [holdfast:broad-exception] @Backoff.retryOn names Throwable, so bugs such as a NullPointerException count too, while Client.one() declares only IOException, InterruptedException. Fix: name those, and the unchecked exceptions that your client throws when a call fails.
