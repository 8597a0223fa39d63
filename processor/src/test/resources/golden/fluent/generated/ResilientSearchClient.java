package golden.fluent;

import dev.holdfast.annotations.HoldfastGenerated;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.generated.BackoffSetup;
import dev.holdfast.runtime.generated.ClientSetup;
import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.generated.SyncGuard;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Protects calls to a {@link SearchClient}. Thread-safe if the delegate is.
 *
 * <p>Every method has this policy, unless its own comment says otherwise:
 *
 * <ul>
 *   <li>{@code @Backoff}: at most 3 attempts, up to 1 s, 2 s apart (full jitter); retries Exception and status 408,
 *       5xx.
 * </ul>
 *
 * <p>A call waits at most 3 s between attempts.
 *
 * <p>The context may override these values.
 */
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
public final class ResilientSearchClient implements SearchClient {
    private final SearchClient delegate;
    private final SyncGuard open;
    private final SyncGuard lease;
    private final SyncGuard find;

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
        ClientSetup setup = ClientSetup.of(builder.holdfast, "golden.fluent.SearchClient");
        ExponentialBackoff backoff = BackoffSetup.create().maxAttempts(3).build(setup, builder.backoff);
        this.open = GuardSetup.of("SearchClient.open").backoff(backoff).sync(setup);
        this.lease = GuardSetup.of("SearchClient.lease").backoff(backoff).sync(setup);
        this.find = GuardSetup.of("SearchClient.find").backoff(backoff).sync(setup);
        setup.refuseUnknownKeys();
    }

    /** Returns a builder for a client with policies of your own. */
    public static Builder builder(SearchClient delegate) {
        return new Builder(delegate);
    }

    /** Not protected. */
    @Override
    public SearchClient index(String delegate) {
        SearchClient result = this.delegate.index(delegate);
        return result == this.delegate ? this : result;
    }

    @Override
    public SearchClient open(String result) throws IOException {
        Permit permit = open.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                SearchClient result_ = delegate.open(result);
                open.succeeded(permit);
                return result_ == delegate ? this : result_;
            } catch (Throwable failure) {
                permit = open.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    @Override
    public AutoCloseable lease() throws IOException {
        Permit permit = lease.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                AutoCloseable result = delegate.lease();
                lease.succeeded(permit);
                return result == delegate ? this : result;
            } catch (Throwable failure) {
                permit = lease.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    @Override
    public List<String> find(String query) throws IOException {
        Permit permit = find.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                List<String> result = delegate.find(query);
                find.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = find.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    /** Not protected. */
    @Override
    public void close() {
        delegate.close();
    }

    /** Not protected. */
    @Override
    public SearchClient header(String name, String value) {
        SearchClient result = delegate.header(name, value);
        return result == delegate ? this : result;
    }

    /** Configures a client. Not thread-safe. */
    @HoldfastGenerated
    public static final class Builder {
        private final SearchClient delegate;
        private Holdfast holdfast;
        private ExponentialBackoff backoff;

        private Builder(SearchClient delegate) {
            this.delegate = Objects.requireNonNull(delegate, "delegate");
        }

        /** Sets the context, in place of the default one. */
        public Builder holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /** Replaces {@code @Backoff} on {@code SearchClient}. */
        public Builder backoff(ExponentialBackoff backoff) {
            this.backoff = Objects.requireNonNull(backoff, "backoff");
            return this;
        }

        /** Builds the client. */
        public ResilientSearchClient build() {
            return new ResilientSearchClient(this);
        }
    }
}
