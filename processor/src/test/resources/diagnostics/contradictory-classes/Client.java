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
