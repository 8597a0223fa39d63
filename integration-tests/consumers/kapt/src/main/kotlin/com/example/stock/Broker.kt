package com.example.stock

import dev.holdfast.runtime.Holdfast

/** Kotlin that uses the generated Java class. */
class Broker(client: StockClient, holdfast: Holdfast) {

    private val client: StockClient = ResilientStockClient(client, holdfast)

    /** What so many shares cost, or null where there is no price. */
    fun worth(symbol: String, count: Int): Double? = client.price(symbol)?.let { it.amount * count }
}
