package dev.holdfast.it.vendors;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Resilient;
import jakarta.xml.ws.soap.SOAPFaultException;

/** What the service itself says by a fault is an answer. */
@CircuitBreaker(failureThreshold = 6, ignored = SOAPFaultException.class)
@Backoff(maxAttempts = 3, baseDelay = "10ms", abortOn = SOAPFaultException.class)
@Resilient(of = WeatherPort.class)
public interface WeatherPolicy {}
