package com.example.stock

import dev.holdfast.runtime.CircuitOpenException
import dev.holdfast.runtime.Holdfast
import dev.holdfast.testing.VirtualTime
import java.io.IOException
import java.time.Duration
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.Test

/** A Kotlin interface, protected by what kapt had our processor write. */
class StockClientTest {

    private val time = VirtualTime()
    private val holdfast = Holdfast.builder().clock(time).sleeper(time).random { bound -> bound - 1 }.build()

    @Test
    fun retriesAndReturnsTheVeryResult() {
        val price = Price("ABC", 2.5, null)
        val client = ResilientStockClient(FlakyStocks(failures = 2, price), holdfast)

        assertThat(client.price("ABC", "EUR")).isSameAs(price)

        assertThat(time.sleeps()).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200))
    }

    @Test
    fun retriesAfterAnExceptionThatKotlinNeedNotDeclare() {
        val price = Price("ABC", 2.5, null)
        val client: StockClient = ResilientStockClient(FlakyStocks(failures = 1, price), holdfast)

        assertThat(client.find(listOf("steel"), 1)).containsExactly(price)

        assertThat(time.sleeps()).containsExactly(Duration.ofMillis(100))
    }

    @Test
    fun passesNullAndDefaultArgumentsOn() {
        val stocks = FlakyStocks(failures = 0, answer = null)
        val client: StockClient = ResilientStockClient(stocks, holdfast)

        assertThat(client.price("ABC")).isNull()
        assertThat(client.find(listOf("steel"), null)).isEmpty()

        assertThat(stocks.calls).containsExactly("price ABC EUR", "find [steel] null")
        assertThat(Broker(stocks, holdfast).worth("ABC", 3)).isNull()
    }

    @Test
    fun passesVarargsAndLambdasOn() {
        val done = mutableListOf<Price>()
        val price = Price("ABC", 2.5, "EUR")
        val stocks = FlakyStocks(failures = 0, price)

        val client: StockClient = ResilientStockClient(stocks, holdfast)

        client.order("ABC", 1, 2) { done += it }

        assertThat(done).containsExactly(price)
        assertThat(stocks.calls).containsExactly("order ABC 1 2")
        assertThat(client.market).isEqualTo("XETRA")
    }

    @Test
    fun anInterfaceMayNameAGeneratedClass() {
        val stocks = ResilientStockClient(FlakyStocks(failures = 0, answer = null), holdfast)

        assertThat(ResilientExchange({ stocks }, holdfast).stocks()).isSameAs(stocks)
    }

    @Test
    fun opensTheBreakerAndLetsItCloseAgain() {
        val client = ResilientStockClient(FlakyStocks(failures = 3, Price("ABC", 2.5, null)), holdfast)
        assertThatThrownBy { client.price("ABC", "EUR") }.isInstanceOf(IOException::class.java)
        assertThatThrownBy { client.price("ABC", "EUR") }.isInstanceOf(CircuitOpenException::class.java)

        time.advance(Duration.ofSeconds(30))

        assertThat(client.price("ABC", "EUR")).isNotNull()
    }
}

/** Fails so many times, then answers. */
private class FlakyStocks(private var failures: Int, private val answer: Price?) : StockClient {

    val calls = mutableListOf<String>()

    override val market = "XETRA"

    override fun price(symbol: String, currency: String): Price? {
        called("price $symbol $currency")
        return answer
    }

    override fun find(words: List<String>, limit: Int?): List<Price> {
        called("find $words $limit")
        return listOfNotNull(answer)
    }

    override fun order(symbol: String, vararg counts: Int, done: (Price) -> Unit) {
        called("order $symbol ${counts.joinToString(" ")}")
        answer?.let(done)
    }

    private fun called(call: String) {
        calls += call
        if (failures-- > 0) {
            throw IOException("down")
        }
    }
}
