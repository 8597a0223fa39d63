package com.example.stock

import dev.holdfast.annotations.CircuitBreaker

/** Names a class that does not exist yet when the processor first sees this. */
@CircuitBreaker
fun interface Exchange {

    fun stocks(): ResilientStockClient
}
