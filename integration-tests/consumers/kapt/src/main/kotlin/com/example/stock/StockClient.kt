package com.example.stock

import dev.holdfast.annotations.Backoff
import dev.holdfast.annotations.CircuitBreaker
import java.io.IOException

/** Shares and their prices, in Kotlin's own idioms. */
@CircuitBreaker(failureThreshold = 3, recoveryTimeout = "30s")
@Backoff(maxAttempts = 3, baseDelay = "100ms", retryOn = [IOException::class])
interface StockClient {

    val market: String

    @Throws(IOException::class)
    fun price(symbol: String, currency: String = "EUR"): Price?

    @Throws(IOException::class)
    fun find(words: List<String>, limit: Int?): List<Price>

    fun order(symbol: String, vararg counts: Int, done: (Price) -> Unit)
}
