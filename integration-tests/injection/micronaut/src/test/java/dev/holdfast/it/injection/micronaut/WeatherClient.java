package dev.holdfast.it.injection.micronaut;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Inject;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.annotations.Resilient;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import jakarta.inject.Named;

/** A client that Micronaut writes. */
@Client("weather")
@Named("unprotected")
@CircuitBreaker(failureThreshold = 6)
@Backoff(maxAttempts = 3, baseDelay = "10ms")
@RateLimited(on = HttpClientResponseException.class)
@Resilient(inject = Inject.JAKARTA)
public interface WeatherClient {

    @Get("/forecast/{city}")
    String forecast(String city);

    /** Not repeated: the first call may have done it. */
    @Backoff(maxAttempts = 1)
    @Post("/reports")
    String report(@Body String weather);
}
