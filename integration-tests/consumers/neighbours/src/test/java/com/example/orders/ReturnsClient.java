package com.example.orders;

import dev.holdfast.annotations.Backoff;

/** The same on the other order of the two processors. */
@Backoff(maxAttempts = 2, baseDelay = "1s")
interface ReturnsClient {

    void send(String article) throws ReturnException;
}
