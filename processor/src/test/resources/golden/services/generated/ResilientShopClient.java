package market;

import com.acme.shop.Feed;
import com.acme.shop.ItemService;
import com.acme.shop.OrderService;
import com.acme.shop.ShopClient;
import com.acme.shop.ShopException;
import dev.holdfast.annotations.HoldfastGenerated;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.TimeLimiter;
import dev.holdfast.runtime.generated.BackoffSetup;
import dev.holdfast.runtime.generated.BreakerSetup;
import dev.holdfast.runtime.generated.ClientSetup;
import dev.holdfast.runtime.generated.FallbackRule;
import dev.holdfast.runtime.generated.FallbackSetup;
import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.generated.SyncGuard;
import dev.holdfast.runtime.generated.TimeLimitSetup;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Protects calls to a {@link ShopClient} with the policies of {@link ShopPolicy}. It does not extend the class.
 * Thread-safe if the delegate is.
 *
 * <p>Every method has these policies, outermost first, unless its own comment says otherwise:
 *
 * <ul>
 *   <li>{@code @Backoff}: at most 3 attempts, up to 1 s, 2 s apart (full jitter); retries Exception and status 408,
 *       5xx.
 *   <li>{@code @CircuitBreaker}: opens after 5 failures in a row (Exception and status 408, 5xx), rejects calls for
 *       1 min, closes after 2 successful probes.
 * </ul>
 *
 * <p>A call waits at most 3 s between attempts.
 *
 * <p>The context may override these values.
 */
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
public final class ResilientShopClient {
    private final ShopClient delegate;
    private final Shared shared;
    private final ShopClientGuards guards;
    private ResilientOrderService orders;
    private ResilientFeed feed;

    /** Creates a client with the default context. */
    public ResilientShopClient(ShopClient delegate) {
        this(builder(delegate));
    }

    /** Creates a client with a context of your own. */
    public ResilientShopClient(ShopClient delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private ResilientShopClient(Builder builder) {
        this(builder.delegate, new Shared(builder));
    }

    private ResilientShopClient(ShopClient delegate, Shared shared) {
        this.delegate = delegate;
        this.shared = shared;
        this.guards = shared.shopClientGuards();
    }

    /** Returns a builder for a client with policies of your own. */
    public static Builder builder(ShopClient delegate) {
        return new Builder(delegate);
    }

    /** Not protected, but what it returns is. */
    public ResilientOrderService orders() {
        OrderService result = delegate.orders();
        ResilientOrderService known = orders;
        if (known == null || known.delegate != result) {
            known = result == null ? null : new ResilientOrderService(result, shared);
            orders = known;
        }
        return known;
    }

    /** Not protected, but what it returns is. */
    public ResilientOrderService ordersOf(String branch) {
        OrderService result = delegate.ordersOf(branch);
        return result == null ? null : new ResilientOrderService(result, shared);
    }

    /**
     * Differs from the class:
     *
     * <ul>
     *   <li>also {@code @Fallback}: closed answers if a call fails with Exception.
     *   <li>also {@code @Timeout}: cuts each attempt after 2 s.
     * </ul>
     *
     * <p>A call waits at most 3 s between attempts. Each attempt is cut after 2 s. With all waits a call takes at most
     * 9 s.
     */
    public ResilientOrderService open(String branch) throws ShopException {
        try {
            Permit permit = guards.open.begin();
            for (int attempt = 1; ; attempt++) {
                try {
                    OrderService result = delegate.open(branch);
                    guards.open.succeeded(permit, result);
                    return result == null ? null : new ResilientOrderService(result, shared);
                } catch (Throwable failure) {
                    permit = guards.open.failed(permit, attempt, failure);
                    if (permit == null) {
                        throw failure;
                    }
                }
            }
        } catch (Throwable finalFailure) {
            if (!guards.open.fallsBack(finalFailure)) {
                throw finalFailure;
            }
            try {
                guards.open.letGo(finalFailure);
                OrderService result = ShopPolicy.closed(branch);
                return result == null ? null : new ResilientOrderService(result, shared);
            } catch (Throwable fallbackFailure) {
                guards.open.fallbackFailed(finalFailure, fallbackFailure);
                throw fallbackFailure;
            }
        }
    }

    /** Not protected, but what it returns is. */
    public Feed feed() {
        Feed result = delegate.feed();
        ResilientFeed known = feed;
        if (known == null || known.delegate != result) {
            known = result == null ? null : new ResilientFeed(result, shared);
            feed = known;
        }
        return known;
    }

    /** Not protected, but what it returns is. */
    public ResilientShopClient withTimeout(long millis) {
        ShopClient result = delegate.withTimeout(millis);
        if (result == delegate) {
            return this;
        }
        return result == null ? null : new ResilientShopClient(result, shared);
    }

    public String ping() throws ShopException {
        Permit permit = guards.ping.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                String result = delegate.ping();
                guards.ping.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = guards.ping.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    @Override
    public String toString() {
        return "ResilientShopClient of ".concat(String.valueOf(delegate));
    }

    /** Policies that this client shares with those which methods return, and guards when needed. */
    @HoldfastGenerated
    private static final class Shared {
        private final ClientSetup setup;
        private final ExponentialBackoff backoff;
        private final CircuitBreaker circuitBreaker;
        private final FallbackRule openFallbackRule;
        private final TimeLimiter openTimeout;
        private ShopClientGuards shopClientGuards;
        private OrderServiceGuards orderServiceGuards;
        private FeedGuards feedGuards;
        private ItemServiceGuards itemServiceGuards;

        private Shared(Builder builder) {
            this.setup = ClientSetup.of(builder.holdfast, "market.ShopPolicy");
            this.backoff = BackoffSetup.create().maxAttempts(3).build(setup, builder.backoff);
            this.circuitBreaker = BreakerSetup.create().name("ShopPolicy").build(setup, builder.circuitBreaker);
            this.openFallbackRule = FallbackSetup.create().build(setup, "open");
            this.openTimeout = TimeLimitSetup.create()
                    .limitNanos(2_000_000_000L) // 2 s
                    .build(setup, "open", builder.openTimeout);
            // Overrides are read while a client is created.
            if (setup.hasOverrides()) {
                shopClientGuards();
                orderServiceGuards();
                feedGuards();
                itemServiceGuards();
            }
            setup.refuseUnknownKeys();
        }

        private ShopClientGuards shopClientGuards() {
            ShopClientGuards known = shopClientGuards;
            if (known == null) {
                known = new ShopClientGuards(this);
                shopClientGuards = known;
            }
            return known;
        }

        private OrderServiceGuards orderServiceGuards() {
            OrderServiceGuards known = orderServiceGuards;
            if (known == null) {
                known = new OrderServiceGuards(this);
                orderServiceGuards = known;
            }
            return known;
        }

        private FeedGuards feedGuards() {
            FeedGuards known = feedGuards;
            if (known == null) {
                known = new FeedGuards(this);
                feedGuards = known;
            }
            return known;
        }

        private ItemServiceGuards itemServiceGuards() {
            ItemServiceGuards known = itemServiceGuards;
            if (known == null) {
                known = new ItemServiceGuards(this);
                itemServiceGuards = known;
            }
            return known;
        }
    }

    /** The guards of the methods of a {@link ShopClient}. */
    @HoldfastGenerated
    private static final class ShopClientGuards {
        private final SyncGuard open;
        private final SyncGuard ping;

        private ShopClientGuards(Shared shared) {
            this.open = GuardSetup.of("ShopPolicy.open")
                    .fallback(shared.openFallbackRule)
                    .backoff(shared.backoff)
                    .circuitBreaker(shared.circuitBreaker)
                    .timeout(shared.openTimeout)
                    .sync(shared.setup);
            this.ping = GuardSetup.of("ShopPolicy.ping")
                    .backoff(shared.backoff)
                    .circuitBreaker(shared.circuitBreaker)
                    .sync(shared.setup);
        }
    }

    /** Protects calls to a {@link OrderService}. It does not extend the class. */
    @HoldfastGenerated
    public static final class ResilientOrderService implements AutoCloseable {
        private final OrderService delegate;
        private final Shared shared;
        private final OrderServiceGuards guards;
        private ResilientItemService<String> items;

        private ResilientOrderService(OrderService delegate, Shared shared) {
            this.delegate = delegate;
            this.shared = shared;
            this.guards = shared.orderServiceGuards();
        }

        public String order(String id) throws ShopException {
            Permit permit = guards.order.begin();
            for (int attempt = 1; ; attempt++) {
                try {
                    String result = delegate.order(id);
                    guards.order.succeeded(permit);
                    return result;
                } catch (Throwable failure) {
                    permit = guards.order.failed(permit, attempt, failure);
                    if (permit == null) {
                        throw failure;
                    }
                }
            }
        }

        /** Not protected, but what it returns is. */
        public ResilientItemService<String> items() {
            ItemService<String> result = delegate.items();
            ResilientItemService<String> known = items;
            if (known == null || known.delegate != result) {
                known = result == null ? null : new ResilientItemService<>(result, shared);
                items = known;
            }
            return known;
        }

        /** Not protected. */
        @Override
        public void close() {
            delegate.close();
        }

        @Override
        public String toString() {
            return "ResilientOrderService of ".concat(String.valueOf(delegate));
        }
    }

    /** The guards of the methods of a {@link OrderService}. */
    @HoldfastGenerated
    private static final class OrderServiceGuards {
        private final SyncGuard order;

        private OrderServiceGuards(Shared shared) {
            this.order = GuardSetup.of("ShopPolicy.OrderService#order")
                    .backoff(shared.backoff)
                    .circuitBreaker(shared.circuitBreaker)
                    .sync(shared.setup);
        }
    }

    /** Protects calls to a {@link Feed}. */
    @HoldfastGenerated
    private static final class ResilientFeed implements Feed {
        private final Feed delegate;
        private final FeedGuards guards;

        private ResilientFeed(Feed delegate, Shared shared) {
            this.delegate = delegate;
            this.guards = shared.feedGuards();
        }

        @Override
        public String next() throws ShopException {
            Permit permit = guards.next.begin();
            for (int attempt = 1; ; attempt++) {
                try {
                    String result = delegate.next();
                    guards.next.succeeded(permit);
                    return result;
                } catch (Throwable failure) {
                    permit = guards.next.failed(permit, attempt, failure);
                    if (permit == null) {
                        throw failure;
                    }
                }
            }
        }
    }

    /** The guards of the methods of a {@link Feed}. */
    @HoldfastGenerated
    private static final class FeedGuards {
        private final SyncGuard next;

        private FeedGuards(Shared shared) {
            this.next = GuardSetup.of("ShopPolicy.Feed#next")
                    .backoff(shared.backoff)
                    .circuitBreaker(shared.circuitBreaker)
                    .sync(shared.setup);
        }
    }

    /** Protects calls to a {@link ItemService}. It does not extend the class. */
    @HoldfastGenerated
    public static final class ResilientItemService<K> {
        private final ItemService<K> delegate;
        private final Shared shared;
        private final ItemServiceGuards guards;

        private ResilientItemService(ItemService<K> delegate, Shared shared) {
            this.delegate = delegate;
            this.shared = shared;
            this.guards = shared.itemServiceGuards();
        }

        public String item(K key) throws ShopException {
            Permit permit = guards.item.begin();
            for (int attempt = 1; ; attempt++) {
                try {
                    String result = delegate.item(key);
                    guards.item.succeeded(permit);
                    return result;
                } catch (Throwable failure) {
                    permit = guards.item.failed(permit, attempt, failure);
                    if (permit == null) {
                        throw failure;
                    }
                }
            }
        }

        /** Not protected, but what it returns is. */
        public ResilientItemService<K> sorted() {
            ItemService<K> result = delegate.sorted();
            if (result == delegate) {
                return this;
            }
            return result == null ? null : new ResilientItemService<>(result, shared);
        }

        @Override
        public String toString() {
            return "ResilientItemService of ".concat(String.valueOf(delegate));
        }
    }

    /** The guards of the methods of a {@link ItemService}. */
    @HoldfastGenerated
    private static final class ItemServiceGuards {
        private final SyncGuard item;

        private ItemServiceGuards(Shared shared) {
            this.item = GuardSetup.of("ShopPolicy.ItemService#item")
                    .backoff(shared.backoff)
                    .circuitBreaker(shared.circuitBreaker)
                    .sync(shared.setup);
        }
    }

    /** Configures a client. Not thread-safe. */
    @HoldfastGenerated
    public static final class Builder {
        private final ShopClient delegate;
        private Holdfast holdfast;
        private ExponentialBackoff backoff;
        private CircuitBreaker circuitBreaker;
        private TimeLimiter openTimeout;

        private Builder(ShopClient delegate) {
            this.delegate = Objects.requireNonNull(delegate, "delegate");
        }

        /** Sets the context, in place of the default one. */
        public Builder holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /** Replaces {@code @Backoff} on {@code ShopPolicy}. */
        public Builder backoff(ExponentialBackoff backoff) {
            this.backoff = Objects.requireNonNull(backoff, "backoff");
            return this;
        }

        /** Replaces {@code @CircuitBreaker} on {@code ShopPolicy}. */
        public Builder circuitBreaker(CircuitBreaker circuitBreaker) {
            this.circuitBreaker = Objects.requireNonNull(circuitBreaker, "circuitBreaker");
            return this;
        }

        /** Replaces {@code @Timeout} on {@code ShopPolicy.open}. */
        public Builder openTimeout(TimeLimiter openTimeout) {
            this.openTimeout = Objects.requireNonNull(openTimeout, "openTimeout");
            return this;
        }

        /** Builds the client. */
        public ResilientShopClient build() {
            return new ResilientShopClient(this);
        }
    }
}
