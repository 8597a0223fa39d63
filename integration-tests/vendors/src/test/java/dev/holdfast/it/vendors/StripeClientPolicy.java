package dev.holdfast.it.vendors;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.RateLimitException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.service.CustomerService;
import com.stripe.service.PaymentIntentService;
import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.annotations.Resilient;

/** Two services of Stripe's client, which share a breaker. */
@CircuitBreaker(
        failureThreshold = 3,
        monitored = {ApiConnectionException.class, ApiException.class})
@Backoff(
        maxAttempts = 3,
        baseDelay = "10ms",
        retryOn = {ApiConnectionException.class, ApiException.class})
@RateLimited(on = RateLimitException.class, defaultDelay = "1s")
@Resilient(
        of = StripeClient.class,
        nested = {PaymentIntentService.class, CustomerService.class},
        include = "paymentIntents|customers|PaymentIntentService#*|Customer*Service#*")
@SuppressWarnings({"holdfast:client-retries", "holdfast:unprotected-methods"}) // one page at a time
public interface StripeClientPolicy {

    /** Without a key of yours, a second payment could be made. */
    @Resilient(of = PaymentIntentService.class)
    interface PaymentIntents {
        @Backoff(maxAttempts = 1)
        PaymentIntent create(PaymentIntentCreateParams parameters);
    }
}
