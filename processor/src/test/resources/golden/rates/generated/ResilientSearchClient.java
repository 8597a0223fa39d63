package golden.rates;

import dev.holdfast.annotations.HoldfastGenerated;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.generated.BreakerSetup;
import dev.holdfast.runtime.generated.ClientSetup;
import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.generated.SyncGuard;
import java.io.IOException;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Protects calls to a {@link SearchClient}. Thread-safe if the delegate is.
 *
 * <p>Every method has this policy, unless its own comment says otherwise:
 *
 * <ul>
 *   <li>{@code @CircuitBreaker}: opens when 50 % of the last 100 calls fail (IOException and status 408, 5xx), of
 *       at least 20 calls, rejects calls for 1 min, closes after 2 successful probes.
 * </ul>
 *
 * <p>The context may override these values.
 */
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
public final class ResilientSearchClient implements SearchClient {
    private final SearchClient delegate;
    private final SyncGuard find;
    private final SyncGuard suggest;
    private final SyncGuard count;

    /** Creates a client with the default context. */
    public ResilientSearchClient(SearchClient delegate) {
        this(builder(delegate));
    }

    /** Creates a client with a context of your own. */
    public ResilientSearchClient(SearchClient delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private ResilientSearchClient(Builder builder) {
        this.delegate = builder.delegate;
        ClientSetup setup = ClientSetup.of(builder.holdfast, "golden.rates.SearchClient");
        CircuitBreaker circuitBreaker = BreakerSetup.create()
                .name("SearchClient")
                .failureRate(50)
                .windowCalls(100)
                .monitored(IOException.class)
                .build(setup, builder.circuitBreaker);
        CircuitBreaker suggestCircuitBreaker = BreakerSetup.create()
                .name("SearchClient.suggest")
                .failureRate(25)
                .windowNanos(60_000_000_000L) // 1 min
                .minimumCalls(10)
                .slowCallNanos(2_000_000_000L) // 2 s
                .slowCallRate(80)
                .build(setup, "suggest", builder.suggestCircuitBreaker);
        CircuitBreaker countCircuitBreaker = BreakerSetup.create()
                .name("SearchClient.count")
                .windowCalls(1)
                .minimumCalls(1)
                .slowCallNanos(500_000_000L) // 500 ms
                .slowCallRate(100)
                .build(setup, "count", builder.countCircuitBreaker);
        this.find = GuardSetup.of("SearchClient.find").circuitBreaker(circuitBreaker).sync(setup);
        this.suggest = GuardSetup.of("SearchClient.suggest").circuitBreaker(suggestCircuitBreaker).sync(setup);
        this.count = GuardSetup.of("SearchClient.count").circuitBreaker(countCircuitBreaker).sync(setup);
        setup.refuseUnknownKeys();
    }

    /** Returns a builder for a client with policies of your own. */
    public static Builder builder(SearchClient delegate) {
        return new Builder(delegate);
    }

    @Override
    public String find(String query) throws IOException {
        Permit permit = find.begin();
        try {
            String result = delegate.find(query);
            find.succeeded(permit);
            return result;
        } catch (Throwable failure) {
            find.failed(permit, 1, failure);
            throw failure;
        }
    }

    /**
     * Its own {@code @CircuitBreaker}: opens when 25 % of the calls of the last 1 min fail (Exception and status 408,
     * 5xx) or 80 % take longer than 2 s, of at least 10 calls, rejects calls for 1 min, closes after 2 successful
     * probes.
     */
    @Override
    public String suggest(String prefix) throws IOException {
        Permit permit = suggest.begin();
        try {
            String result = delegate.suggest(prefix);
            suggest.succeeded(permit);
            return result;
        } catch (Throwable failure) {
            suggest.failed(permit, 1, failure);
            throw failure;
        }
    }

    /**
     * Its own {@code @CircuitBreaker}: opens when 100 % of the last 1 call take longer than 500 ms, of at least 1 call,
     * rejects calls for 1 min, closes after 2 successful probes.
     */
    @Override
    public int count(String query) {
        Permit permit = count.begin();
        try {
            int result = delegate.count(query);
            count.succeeded(permit);
            return result;
        } catch (Throwable failure) {
            count.failed(permit, 1, failure);
            throw failure;
        }
    }

    /** Configures a client. Not thread-safe. */
    @HoldfastGenerated
    public static final class Builder {
        private final SearchClient delegate;
        private Holdfast holdfast;
        private CircuitBreaker circuitBreaker;
        private CircuitBreaker suggestCircuitBreaker;
        private CircuitBreaker countCircuitBreaker;

        private Builder(SearchClient delegate) {
            this.delegate = Objects.requireNonNull(delegate, "delegate");
        }

        /** Sets the context, in place of the default one. */
        public Builder holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /** Replaces {@code @CircuitBreaker} on {@code SearchClient}. */
        public Builder circuitBreaker(CircuitBreaker circuitBreaker) {
            this.circuitBreaker = Objects.requireNonNull(circuitBreaker, "circuitBreaker");
            return this;
        }

        /** Replaces {@code @CircuitBreaker} on {@code SearchClient.suggest}. */
        public Builder suggestCircuitBreaker(CircuitBreaker suggestCircuitBreaker) {
            this.suggestCircuitBreaker = Objects.requireNonNull(suggestCircuitBreaker, "suggestCircuitBreaker");
            return this;
        }

        /** Replaces {@code @CircuitBreaker} on {@code SearchClient.count}. */
        public Builder countCircuitBreaker(CircuitBreaker countCircuitBreaker) {
            this.countCircuitBreaker = Objects.requireNonNull(countCircuitBreaker, "countCircuitBreaker");
            return this;
        }

        /** Builds the client. */
        public ResilientSearchClient build() {
            return new ResilientSearchClient(this);
        }
    }
}
