package dev.holdfast.it.vendors;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Resilient;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A database that may be down. */
@CircuitBreaker(failureThreshold = 3, monitored = SQLException.class)
@Backoff(maxAttempts = 3, baseDelay = "10ms", retryOn = SQLException.class)
@Resilient(of = DataSource.class, include = "getConnection")
public interface DatabasePolicy {}
