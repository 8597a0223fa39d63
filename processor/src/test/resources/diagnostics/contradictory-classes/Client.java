package com.acme;

import dev.holdfast.annotations.*;

import java.io.*;
import java.util.concurrent.TimeoutException;

interface Client {
    @Backoff(
            retryOn = {IOException.class, TimeoutException.class, FileNotFoundException.class},
            abortOn = {FileNotFoundException.class, TimeoutException.class})
    String one() throws IOException, TimeoutException;

    @CircuitBreaker(
            monitored = {IllegalStateException.class, ArithmeticException.class},
            ignored = ArithmeticException.class)
    String two();

    @Backoff(retryOn = IOException.class, abortOn = FileNotFoundException.class)
    String fine() throws IOException;
}

// expect: Client.java:10: error: [holdfast:contradictory-classes] @Backoff.retryOn names TimeoutException, but abortOn covers it and wins. Fix: remove TimeoutException from retryOn, or narrow abortOn.
// expect: Client.java:10: error: [holdfast:contradictory-classes] @Backoff.retryOn names FileNotFoundException, but abortOn covers it and wins. Fix: remove FileNotFoundException from retryOn, or narrow abortOn.
// expect: Client.java:15: error: [holdfast:contradictory-classes] @CircuitBreaker.monitored names ArithmeticException, but ignored covers it and wins. Fix: remove ArithmeticException from monitored, or narrow ignored.
