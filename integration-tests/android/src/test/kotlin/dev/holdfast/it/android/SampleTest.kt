package dev.holdfast.it.android

import com.example.weather.Weather
import com.example.weather.WeatherRepository
import com.example.weather.weatherApi
import dev.holdfast.testkit.Reply
import dev.holdfast.testkit.ScriptedServer
import java.time.Duration
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Test

/** The sources of the Android sample, over loopback. */
class SampleTest {

    private val server = ScriptedServer()
    private val repository = WeatherRepository(weatherApi(server.uri().toString()))

    @AfterEach
    fun close() = server.close()

    @Test
    fun aFailureIsRetried() = runBlocking<Unit> {
        server.then(Reply.unavailable("later"), Reply.ok("sunny"))
        assertThat(repository.now("Rome")).isEqualTo(Weather.Known("sunny"))
        assertThat(server.paths()).containsExactly("/weather/Rome", "/weather/Rome")
    }

    @Test
    fun aRateLimitIsWaitedFor() = runBlocking<Unit> {
        server.then(Reply.tooManyRequests("1"), Reply.ok("rain"))
        assertThat(repository.tomorrow("Oslo")).isEqualTo(Weather.Known("rain"))
        assertThat(server.between(0, 1)).isGreaterThanOrEqualTo(Duration.ofSeconds(1))
    }

    @Test
    fun aLongRateLimitIsSaid() = runBlocking<Unit> {
        server.otherwise(Reply.tooManyRequests("3600"))
        assertThat(repository.now("Rome")).isEqualTo(Weather.Unknown("status 429"))
        assertThat(repository.now("Rome")).isEqualTo(Weather.Unknown("too many requests, try again in a while"))
        assertThat(server.paths()).hasSize(1)
    }

    @Test
    fun aServerThatIsDownIsLeftAlone() = runBlocking<Unit> {
        server.otherwise(Reply.unavailable("down"))
        assertThat(repository.now("Rome")).isEqualTo(Weather.Unknown("status 503"))
        repository.tomorrow("Oslo")
        assertThat(repository.now("Rome")).isEqualTo(Weather.Unknown("the server is down, try again in a while"))
        assertThat(server.paths()).hasSize(5)
    }
}
