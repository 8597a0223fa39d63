package golden.exceptions;

import dev.holdfast.annotations.HoldfastGenerated;
import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.RateLimiter;
import dev.holdfast.runtime.generated.BreakerSetup;
import dev.holdfast.runtime.generated.ClientAnswers;
import dev.holdfast.runtime.generated.ClientSetup;
import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.generated.LimiterSetup;
import dev.holdfast.runtime.generated.SyncGuard;
import java.io.IOException;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Protects calls to a {@link BillingClient}. Thread-safe if the delegate is.
 *
 * <p>Every method has these policies, outermost first, unless its own comment says otherwise:
 *
 * <ul>
 *   <li>{@code @RateLimited}: on status 429 waits for Retry-After, or without one 30 s; gives up if that is more
 *       than 5 min; holds back all calls meanwhile.
 *   <li>{@code @CircuitBreaker}: opens after 5 failures in a row (Exception and status 408, 5xx), rejects calls for
 *       1 min, closes after 2 successful probes.
 * </ul>
 *
 * <p>A call waits at most 22 min between attempts if every answer is rate-limited. An attempt waits up to 5 min 30 s
 * while calls are held back.
 *
 * <p>The context may override these values.
 */
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
public final class ResilientBillingClient implements BillingClient {
    private static final Answers ANSWERS = new Answers();
    private static final BillingClient.HttpHint HTTP_HINT = new BillingClient.HttpHint();

    private final BillingClient delegate;
    private final SyncGuard invoice;
    private final SyncGuard account;
    private final SyncGuard pay;

    /** Creates a client with the default context. */
    public ResilientBillingClient(BillingClient delegate) {
        this(builder(delegate));
    }

    /** Creates a client with a context of your own. */
    public ResilientBillingClient(BillingClient delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private ResilientBillingClient(Builder builder) {
        this.delegate = builder.delegate;
        ClientSetup setup = ClientSetup.of(builder.holdfast, "golden.exceptions.BillingClient");
        RateLimiter rateLimiter = LimiterSetup.create().name("BillingClient").build(setup, builder.rateLimiter);
        CircuitBreaker circuitBreaker = BreakerSetup.create()
                .name("BillingClient")
                .build(setup, builder.circuitBreaker);
        RateLimiter payRateLimiter = LimiterSetup.create()
                .name("BillingClient.pay")
                .maxAttempts(3)
                .build(setup, "pay", builder.payRateLimiter);
        this.invoice = GuardSetup.of("BillingClient.invoice")
                .rateLimiter(rateLimiter)
                .circuitBreaker(circuitBreaker)
                .failure(ClientException.class, ANSWERS)
                .sync(setup);
        this.account = GuardSetup.of("BillingClient.account")
                .rateLimiter(rateLimiter)
                .circuitBreaker(circuitBreaker)
                .failure(ClientException.class, ANSWERS)
                .failure(HttpException.class, ANSWERS)
                .sync(setup);
        this.pay = GuardSetup.of("BillingClient.pay")
                .rateLimiter(payRateLimiter)
                .circuitBreaker(circuitBreaker)
                .failure(HttpException.class, HTTP_HINT)
                .sync(setup);
        setup.refuseUnknownKeys();
    }

    /** Returns a builder for a client with policies of your own. */
    public static Builder builder(BillingClient delegate) {
        return new Builder(delegate);
    }

    @Override
    public String invoice(String number) {
        Permit permit = invoice.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                String result = delegate.invoice(number);
                invoice.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = invoice.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    @Override
    public String account(String number) throws HttpException {
        Permit permit = account.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                String result = delegate.account(number);
                account.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = account.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    /**
     * Its own {@code @RateLimited}: on status 429 waits for Retry-After, or without one 30 s; gives up if that is more
     * than 5 min; holds back all calls meanwhile.
     *
     * <p>A call waits at most 11 min between attempts if every answer is rate-limited. An attempt waits up to 5 min
     * 30 s while calls are held back.
     */
    @Override
    public void pay(String number) throws IOException {
        Permit permit = pay.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                delegate.pay(number);
                pay.succeeded(permit);
                return;
            } catch (Throwable failure) {
                permit = pay.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    /** Reads the status of answers, and the waits that they name. */
    @HoldfastGenerated
    private static final class Answers implements RateLimitHint<Object> {
        @Override
        public int status(Object object) {
            if (object instanceof BusyException) {
                BusyException answer = (BusyException) object;
                return answer.getStatus();
            }
            if (object instanceof ClientException) {
                ClientException answer = (ClientException) object;
                return answer.getStatus();
            }
            if (object instanceof HttpException) {
                HttpException answer = (HttpException) object;
                return answer.statusCode();
            }
            return NO_STATUS;
        }

        @Override
        public long retryDelayNanos(Object object, long nowEpochMillis) {
            if (object instanceof BusyException) {
                BusyException answer = (BusyException) object;
                return ClientAnswers.retryDelayNanos(answer.getRetryAfter(), nowEpochMillis);
            }
            return NO_DELAY;
        }

        @Override
        public String retryAfter(Object object) {
            if (object instanceof HttpException) {
                HttpException answer = (HttpException) object;
                return answer.retryAfter();
            }
            return RateLimitHint.super.retryAfter(object);
        }
    }

    /** Configures a client. Not thread-safe. */
    @HoldfastGenerated
    public static final class Builder {
        private final BillingClient delegate;
        private Holdfast holdfast;
        private RateLimiter rateLimiter;
        private CircuitBreaker circuitBreaker;
        private RateLimiter payRateLimiter;

        private Builder(BillingClient delegate) {
            this.delegate = Objects.requireNonNull(delegate, "delegate");
        }

        /** Sets the context, in place of the default one. */
        public Builder holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /** Replaces {@code @RateLimited} on {@code BillingClient}. */
        public Builder rateLimiter(RateLimiter rateLimiter) {
            this.rateLimiter = Objects.requireNonNull(rateLimiter, "rateLimiter");
            return this;
        }

        /** Replaces {@code @CircuitBreaker} on {@code BillingClient}. */
        public Builder circuitBreaker(CircuitBreaker circuitBreaker) {
            this.circuitBreaker = Objects.requireNonNull(circuitBreaker, "circuitBreaker");
            return this;
        }

        /** Replaces {@code @RateLimited} on {@code BillingClient.pay}. */
        public Builder payRateLimiter(RateLimiter payRateLimiter) {
            this.payRateLimiter = Objects.requireNonNull(payRateLimiter, "payRateLimiter");
            return this;
        }

        /** Builds the client. */
        public ResilientBillingClient build() {
            return new ResilientBillingClient(this);
        }
    }
}
