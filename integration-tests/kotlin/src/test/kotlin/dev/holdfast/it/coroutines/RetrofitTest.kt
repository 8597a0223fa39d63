package dev.holdfast.it.coroutines

import dev.holdfast.runtime.CircuitBreaker
import dev.holdfast.testkit.Reply as Scripted
import dev.holdfast.testkit.ScriptedServer
import java.time.Duration
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Test
import retrofit2.HttpException
import retrofit2.Retrofit
import retrofit2.create

/** Retrofit's suspend functions over loopback, under policies that stand on another interface. */
class RetrofitTest {

    private val server = ScriptedServer()
    private val breaker = CircuitBreaker.builder().name("mine").failureThreshold(9).build()
    private val client: HttpApi =
        ResilientHttpApi.builder(Retrofit.Builder().baseUrl(server.uri().toString()).build().create<HttpApi>())
            .circuitBreaker(breaker)
            .build()

    @AfterEach
    fun close() = server.close()

    @Test
    fun aResponseTellsItsStatus() = runBlocking<Unit> {
        server.then(Scripted.unavailable("1"), Scripted.unavailable("2"), Scripted.ok("three"))
        val response = client.response("users")
        assertThat(response.body()!!.string()).isEqualTo("three")
        assertThat(server.paths()).hasSize(3)
    }

    @Test
    fun theLastResponseIsHandedOn() = runBlocking<Unit> {
        server.otherwise(Scripted.unavailable("down"))
        val response = client.response("users")
        assertThat(response.code()).isEqualTo(503)
        assertThat(response.errorBody()!!.string()).isEqualTo("down")
        assertThat(server.paths()).hasSize(3)
        assertThat(breaker.failureCount()).isEqualTo(3)
    }

    @Test
    fun aRateLimitIsWaitedFor() = runBlocking<Unit> {
        server.then(Scripted.tooManyRequests("1"), Scripted.ok("two"))
        val response = client.response("users")
        assertThat(response.body()!!.string()).isEqualTo("two")
        assertThat(server.between(0, 1)).isGreaterThanOrEqualTo(Duration.ofSeconds(1))
        assertThat(breaker.failureCount()).isZero()
    }

    @Test
    fun anHttpExceptionIsAFailure() = runBlocking<Unit> {
        server.then(Scripted.unavailable("1"), Scripted.ok("two"))
        assertThat(client.body("users").string()).isEqualTo("two")
        server.otherwise(Scripted.unavailable("down"))
        try {
            client.body("users")
            throw AssertionError("no failure")
        } catch (expected: HttpException) {
            assertThat(expected.code()).isEqualTo(503)
        }
    }

    @Test
    fun cancelEndsTheRequest() = runBlocking<Unit> {
        server.then(Scripted.stall())
        val call = launch(Dispatchers.Default) { client.response("users") }
        server.awaitRequests(1)
        call.cancelAndJoin()
        assertThat(server.paths()).hasSize(1)
        assertThat(breaker.failureCount()).isZero()
    }
}
