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
