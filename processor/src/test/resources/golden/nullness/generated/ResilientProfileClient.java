package golden.nullness;

import dev.holdfast.annotations.HoldfastGenerated;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.generated.BackoffSetup;
import dev.holdfast.runtime.generated.ClientSetup;
import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.generated.SyncGuard;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Protects calls to a {@link ProfileClient}. Thread-safe if the delegate is.
 *
 * <p>Every method has this policy, unless its own comment says otherwise:
 *
 * <ul>
 *   <li>{@code @Backoff}: at most 5 attempts, up to 1 s, 2 s, 4 s, 8 s apart (full jitter); retries Exception and
 *       status 408, 5xx.
 * </ul>
 *
 * <p>A call waits at most 15 s between attempts.
 *
 * <p>The context may override these values.
 *
 * @param <T> as in the interface
 */
@NullMarked
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
public final class ResilientProfileClient<T extends @Nullable Object> implements ProfileClient<T> {
    private final ProfileClient<T> delegate;
    private final SyncGuard name;
    private final SyncGuard names;
    private final SyncGuard array;
    private final SyncGuard convert;

    /** Creates a client with the default context. */
    public ResilientProfileClient(ProfileClient<T> delegate) {
        this(builder(delegate));
    }

    /** Creates a client with a context of your own. */
    public ResilientProfileClient(ProfileClient<T> delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private ResilientProfileClient(Builder<T> builder) {
        this.delegate = builder.delegate;
        ClientSetup setup = ClientSetup.of(builder.holdfast, "golden.nullness.ProfileClient");
        ExponentialBackoff backoff = BackoffSetup.create().build(setup, builder.backoff);
        GuardSetup guards = GuardSetup.of("ProfileClient").backoff(backoff);
        this.name = guards.method("ProfileClient.name").sync(setup);
        this.names = guards.method("ProfileClient.names").sync(setup);
        this.array = guards.method("ProfileClient.array").sync(setup);
        this.convert = guards.method("ProfileClient.convert").sync(setup);
        setup.refuseUnknownKeys();
    }

    /** Returns a builder for a client with policies of your own. */
    public static <T extends @Nullable Object> Builder<T> builder(ProfileClient<T> delegate) {
        return new Builder<>(delegate);
    }

    @Override
    public @Nullable String name(@Nullable String id, T other) {
        Permit permit = name.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                @Nullable String result = delegate.name(id, other);
                name.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = name.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    @Override
    public List<@Nullable String> names(Map<String, ? extends @Nullable Object> filter) {
        Permit permit = names.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                List<@Nullable String> result = delegate.names(filter);
                names.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = names.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    @Override
    public @Nullable String[] array(String @Nullable [] ids) {
        Permit permit = array.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                @Nullable String[] result = delegate.array(ids);
                array.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = array.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    @Override
    public <U extends @Nullable Object> @Nullable U convert(@Nullable U value, Map. @Nullable Entry<String, U> entry) {
        Permit permit = convert.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                @Nullable U result = delegate.<U>convert(value, entry);
                convert.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = convert.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    /** Configures a client. Not thread-safe. */
    @HoldfastGenerated
    public static final class Builder<T extends @Nullable Object> {
        private final ProfileClient<T> delegate;
        private @Nullable Holdfast holdfast;
        private @Nullable ExponentialBackoff backoff;

        private Builder(ProfileClient<T> delegate) {
            this.delegate = Objects.requireNonNull(delegate, "delegate");
        }

        /** Sets the context, in place of the default one. */
        public Builder<T> holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /** Replaces {@code @Backoff} on {@code ProfileClient}. */
        public Builder<T> backoff(ExponentialBackoff backoff) {
            this.backoff = Objects.requireNonNull(backoff, "backoff");
            return this;
        }

        /** Builds the client. */
        public ResilientProfileClient<T> build() {
            return new ResilientProfileClient<>(this);
        }
    }
}
