package dev.holdfast.it.vendors;

import com.acme.stock.StockApi;
import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.annotations.Resilient;
import org.springframework.web.client.RestClientResponseException;

/** An API whose methods declare no checked exception. A {@code ResponseSpec} has sent nothing yet. */
@CircuitBreaker(failureThreshold = 3)
@Backoff(maxAttempts = 3, baseDelay = "10ms")
@RateLimited(on = RestClientResponseException.class)
@Resilient(of = StockApi.class, exempt = "*WithResponseSpec")
public interface StockPolicy {}
