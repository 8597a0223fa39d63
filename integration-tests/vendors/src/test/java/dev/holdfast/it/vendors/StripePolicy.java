package dev.holdfast.it.vendors;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.RateLimitException;
import com.stripe.service.PaymentIntentService;
import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.annotations.Resilient;

/** Stripe's payments, whose own retries are off. */
@CircuitBreaker(
        failureThreshold = 3,
        monitored = {ApiConnectionException.class, ApiException.class})
@Backoff(
        maxAttempts = 3,
        baseDelay = "10ms",
        retryOn = {ApiConnectionException.class, ApiException.class})
@RateLimited(on = RateLimitException.class, defaultDelay = "1s")
@Resilient(of = PaymentIntentService.class, className = "ResilientPayments", interfaceName = "Payments")
@SuppressWarnings({"holdfast:client-retries", "holdfast:unprotected-methods"}) // one page at a time
public interface StripePolicy {}
