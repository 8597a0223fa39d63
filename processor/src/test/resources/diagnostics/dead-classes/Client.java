package com.acme;

import dev.holdfast.annotations.*;

import java.io.*;

@CircuitBreaker(monitored = IOException.class, ignored = Exception.class)
@Backoff(retryOn = {FileNotFoundException.class, EOFException.class}, abortOn = {IOException.class})
interface Client {
    void call() throws IOException;
}

interface Answered {
    @Fallback(on = IOException.class, except = Exception.class)
    void call() throws IOException;
}

// expect: Client.java:14: error: [holdfast:dead-classes] @Fallback.except covers all of on, so no exception ever counts. Fix: remove classes from except, or narrow them.
// expect: Client.java:8: error: [holdfast:dead-classes] @Backoff.abortOn covers all of retryOn, so no exception ever counts. Fix: remove classes from abortOn, or narrow them.
// expect: Client.java:7: error: [holdfast:dead-classes] @CircuitBreaker.ignored covers all of monitored, so no exception ever counts. Fix: remove classes from ignored, or narrow them.
