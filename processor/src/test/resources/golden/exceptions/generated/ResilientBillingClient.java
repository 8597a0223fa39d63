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
 *   <li>{@code @RateLimited}: on status 429 waits as long as Retry-After says, else 30 s; where the server asks for
 *       more than 5 min gives up; holds back all calls meanwhile.
 *   <li>{@code @CircuitBreaker}: opens after 5 failures in a row (Exception; status 408, 5xx), rejects calls for 1 min,
 *       closes after 2 successful probes.
 * </ul>
 *
 * <p>Waits in all: at most 22 min where every answer is rate-limited. Besides, waits before an attempt while other calls
 * are held back, up to 5 min 30 s.
 *
 * <p>The context may override the values given here.
 */
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
public final class ResilientBillingClient implements BillingClient {
    private static final BusyExceptionHint BUSY_EXCEPTION = new BusyExceptionHint();
    private static final ClientExceptionHint CLIENT_EXCEPTION = new ClientExceptionHint();
    private static final HttpExceptionHint HTTP_EXCEPTION = new HttpExceptionHint();
    private static final BillingClient.HttpHint HTTP_HINT = new BillingClient.HttpHint();

    private final BillingClient delegate;
    private final SyncGuard invoice;
    private final SyncGuard account;
    private final SyncGuard pay;

    /**
     * Creates a client with the default context.
     *
     * @param delegate the client to protect
     */
    public ResilientBillingClient(BillingClient delegate) {
        this(builder(delegate));
    }

    /**
     * Creates a client.
     *
     * @param delegate the client to protect
     * @param holdfast the context to use
     */
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
                .failure(BusyException.class, BUSY_EXCEPTION)
                .failure(ClientException.class, CLIENT_EXCEPTION)
                .sync(setup);
        this.account = GuardSetup.of("BillingClient.account")
                .rateLimiter(rateLimiter)
                .circuitBreaker(circuitBreaker)
                .failure(BusyException.class, BUSY_EXCEPTION)
                .failure(ClientException.class, CLIENT_EXCEPTION)
                .failure(HttpException.class, HTTP_EXCEPTION)
                .sync(setup);
        this.pay = GuardSetup.of("BillingClient.pay")
                .rateLimiter(payRateLimiter)
                .circuitBreaker(circuitBreaker)
                .failure(HttpException.class, HTTP_HINT)
                .sync(setup);
        setup.refuseUnknownKeys();
    }

    /**
     * Returns a builder for a client with custom policies.
     *
     * @param delegate the client to protect
     * @return a builder
     */
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
     * Its own {@code @RateLimited}: on status 429 waits as long as Retry-After says, else 30 s; where the server asks
     * for more than 5 min gives up; holds back all calls meanwhile.
     *
     * <p>Waits in all: at most 11 min where every answer is rate-limited. Besides, waits before an attempt while other
     * calls are held back, up to 5 min 30 s.
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

    @HoldfastGenerated
    private static final class BusyExceptionHint implements RateLimitHint<BusyException> {
        @Override
        public int status(BusyException answer) {
            return answer.getStatus();
        }

        @Override
        public long retryDelayNanos(BusyException answer, long nowEpochMillis) {
            return ClientAnswers.retryDelayNanos(answer.getRetryAfter(), nowEpochMillis);
        }
    }

    @HoldfastGenerated
    private static final class ClientExceptionHint implements RateLimitHint<ClientException> {
        @Override
        public int status(ClientException answer) {
            return answer.getStatus();
        }
    }

    @HoldfastGenerated
    private static final class HttpExceptionHint implements RateLimitHint<HttpException> {
        @Override
        public int status(HttpException answer) {
            return answer.statusCode();
        }

        @Override
        public String retryAfter(HttpException answer) {
            return answer.retryAfter();
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

        /**
         * Sets the context, in place of the default one.
         *
         * @param holdfast the context
         * @return this builder
         */
        public Builder holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /**
         * Replaces {@code @RateLimited} on {@code BillingClient}.
         *
         * @param rateLimiter the policy to use
         * @return this builder
         */
        public Builder rateLimiter(RateLimiter rateLimiter) {
            this.rateLimiter = Objects.requireNonNull(rateLimiter, "rateLimiter");
            return this;
        }

        /**
         * Replaces {@code @CircuitBreaker} on {@code BillingClient}.
         *
         * @param circuitBreaker the policy to use
         * @return this builder
         */
        public Builder circuitBreaker(CircuitBreaker circuitBreaker) {
            this.circuitBreaker = Objects.requireNonNull(circuitBreaker, "circuitBreaker");
            return this;
        }

        /**
         * Replaces {@code @RateLimited} on {@code BillingClient.pay}.
         *
         * @param payRateLimiter the policy to use
         * @return this builder
         */
        public Builder payRateLimiter(RateLimiter payRateLimiter) {
            this.payRateLimiter = Objects.requireNonNull(payRateLimiter, "payRateLimiter");
            return this;
        }

        /**
         * Builds the client.
         *
         * @return the client
         */
        public ResilientBillingClient build() {
            return new ResilientBillingClient(this);
        }
    }

    /**
     * Prefixes of override keys, one for the interface and one for each method. A key ends with a constant of
     * {@link dev.holdfast.runtime.generated.OverrideKeys}.
     */
    @HoldfastGenerated
    public static final class Keys {
        public static final String INTERFACE = "golden.exceptions.BillingClient/";
        public static final String INVOICE = "golden.exceptions.BillingClient/invoice/";
        public static final String ACCOUNT = "golden.exceptions.BillingClient/account/";
        public static final String PAY = "golden.exceptions.BillingClient/pay/";

        private Keys() {}
    }
}
