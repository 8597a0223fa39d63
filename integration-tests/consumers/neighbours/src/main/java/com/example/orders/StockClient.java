package com.example.orders;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.RateLimited;

/** Fails with a status and headers whose accessors are not there yet when our processor begins. */
@Backoff(maxAttempts = 2, baseDelay = "1s", retryResult = Unknown.class)
@RateLimited
interface StockClient {

    int count(String article) throws StockException;
}
