package com.acme;

import dev.holdfast.annotations.HoldfastGenerated;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.generated.AsyncGuard;
import dev.holdfast.runtime.generated.BackoffSetup;
import dev.holdfast.runtime.generated.ClientSetup;
import dev.holdfast.runtime.generated.FallbackRule;
import dev.holdfast.runtime.generated.FallbackSetup;
import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.generated.SyncGuard;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.annotation.processing.Generated;

/**
 * A {@link ArticleClient} that protects another one.
 *
 * <ul>
 *   <li>{@code @Fallback} on {@code ArticleClient}: the fallback client answers for a call that has failed
 *       with Exception but not IllegalStateException.
 *   <li>{@code @Backoff} on {@code ArticleClient.find}: at most 2 attempts, wait before attempt 2: up to 1 s
 *       (full jitter); retries Exception; status 408, 5xx.
 *   <li>{@code @Fallback} on {@code ArticleClient.has}: never answers for a call that has failed with
 *       Exception.
 * </ul>
 *
 * <p>The order is fixed, from the outside in: fallback, deadline, backoff, and for each attempt hold
 * of the rate limiter, circuit breaker, quota of the rate limiter, bulkhead, timeout, delegate.
 *
 * <p>The figures are the annotations'; overrides of the context may change them.
 *
 * <p>Safe for use by several threads if the delegate is.
 *
 * @param <A> as in the interface
 */
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
final class ResilientArticleClient<A> implements ArticleClient<A> {
    private final ArticleClient<A> delegate;
    private final ArticleClient<A> fallback;
    private final SyncGuard article;
    private final SyncGuard find;
    private final AsyncGuard later;
    private final SyncGuard forget;
    private final SyncGuard in;
    private final SyncGuard has;

    /**
     * Protects a delegate, in the default context.
     *
     * @param delegate what calls go to
     * @param fallback what answers where a call has failed
     */
    ResilientArticleClient(ArticleClient<A> delegate, ArticleClient<A> fallback) {
        this(builder(delegate).fallback(fallback));
    }

    /**
     * Protects a delegate.
     *
     * @param delegate what calls go to
     * @param fallback what answers where a call has failed
     * @param holdfast the context: clock, random numbers, shared instances
     */
    ResilientArticleClient(ArticleClient<A> delegate, ArticleClient<A> fallback,
            Holdfast holdfast) {
        this(builder(delegate).fallback(fallback).holdfast(holdfast));
    }

    private ResilientArticleClient(Builder<A> builder) {
        this.delegate = builder.delegate;
        this.fallback = Objects.requireNonNull(builder.fallback, "fallback");
        ClientSetup setup = ClientSetup.of(builder.holdfast, "com.acme.ArticleClient");
        FallbackRule fallbackPolicy = FallbackSetup.create()
                .except(IllegalStateException.class)
                .build(setup);
        ExponentialBackoff findBackoff = BackoffSetup.create()
                .maxAttempts(2)
                .build(setup, "find", builder.findBackoff);
        FallbackRule hasFallbackPolicy = FallbackSetup.create().build(setup, "has");
        this.article = GuardSetup.of("ArticleClient.article")
                .fallback(fallbackPolicy)
                .sync(setup);
        this.find = GuardSetup.of("ArticleClient.find")
                .fallback(fallbackPolicy)
                .backoff(findBackoff)
                .sync(setup);
        this.later = GuardSetup.of("ArticleClient.later")
                .fallback(fallbackPolicy)
                .async(setup);
        this.forget = GuardSetup.of("ArticleClient.forget")
                .fallback(fallbackPolicy)
                .sync(setup);
        this.in = GuardSetup.of("ArticleClient.in")
                .fallback(fallbackPolicy)
                .sync(setup);
        this.has = GuardSetup.of("ArticleClient.has")
                .fallback(hasFallbackPolicy)
                .sync(setup);
        setup.refuseUnknownKeys();
    }

    /**
     * Begins a client of which more than the context is set.
     *
     * @param <A> as in the interface
     * @param delegate what calls go to
     * @return a builder
     */
    static <A> Builder<A> builder(ArticleClient<A> delegate) {
        return new Builder<>(delegate);
    }

    /**
     * Protected, from the outside in, by
     *
     * <ul>
     *   <li>{@code @Fallback}: the fallback client answers for a call that has failed with Exception but not
     *       IllegalStateException.
     * </ul>
     */
    @Override
    public A article(String name) throws IOException {
        try {
            return delegate.article(name);
        } catch (Throwable failure) {
            if (!article.fallsBack(failure)) {
                throw failure;
            }
            try {
                article.letGo(failure);
                return fallback.article(name);
            } catch (Throwable thrown) {
                article.fallbackFailed(failure, thrown);
                throw thrown;
            }
        }
    }

    /**
     * Protected, from the outside in, by
     *
     * <ul>
     *   <li>{@code @Fallback}: the fallback client answers for a call that has failed with Exception but not
     *       IllegalStateException.
     *   <li>{@code @Backoff}: at most 2 attempts, wait before attempt 2: up to 1 s (full jitter); retries
     *       Exception; status 408, 5xx.
     * </ul>
     *
     * <p>Waits in all: at most 1 s.
     */
    @Override
    public Optional<A> find(String name) throws IOException {
        try {
            Permit permit = find.begin();
            for (int attempt = 1; ; attempt++) {
                try {
                    Optional<A> result = delegate.find(name);
                    find.succeeded(permit);
                    return result;
                } catch (Throwable failure) {
                    permit = find.failed(permit, attempt, failure);
                    if (permit == null) {
                        throw failure;
                    }
                }
            }
        } catch (Throwable failure) {
            if (!find.fallsBack(failure)) {
                throw failure;
            }
            try {
                find.letGo(failure);
                return fallback.find(name);
            } catch (Throwable thrown) {
                find.fallbackFailed(failure, thrown);
                throw thrown;
            }
        }
    }

    /**
     * Protected, from the outside in, by
     *
     * <ul>
     *   <li>{@code @Fallback}: the fallback client answers for a call that has failed with Exception but not
     *       IllegalStateException.
     * </ul>
     */
    @Override
    public CompletableFuture<A> later(String name) {
        Permit permit = later.begin();
        CompletableFuture<A> first = null;
        Throwable failure = null;
        if (permit != null) {
            try {
                first = delegate.later(name);
                if (later.accepts(permit, first)) {
                    return first;
                }
            } catch (Throwable thrown) {
                failure = thrown;
            }
        }
        return later.follow(permit, first, failure, () -> delegate.later(name), reason -> {
            later.letGo(reason);
            return fallback.later(name);
        });
    }

    /**
     * Protected, from the outside in, by
     *
     * <ul>
     *   <li>{@code @Fallback}: the fallback client answers for a call that has failed with Exception but not
     *       IllegalStateException.
     * </ul>
     */
    @Override
    public void forget(A article) throws IOException {
        try {
            delegate.forget(article);
        } catch (Throwable failure) {
            if (!forget.fallsBack(failure)) {
                throw failure;
            }
            try {
                forget.letGo(failure);
                fallback.forget(article);
            } catch (Throwable thrown) {
                forget.fallbackFailed(failure, thrown);
                throw thrown;
            }
        }
    }

    /**
     * Protected, from the outside in, by
     *
     * <ul>
     *   <li>{@code @Fallback}: the fallback client answers for a call that has failed with Exception but not
     *       IllegalStateException.
     * </ul>
     */
    @Override
    public ArticleClient<A> in(String language) {
        try {
            ArticleClient<A> result = delegate.in(language);
            return result == delegate ? this : result;
        } catch (Throwable failure) {
            if (!in.fallsBack(failure)) {
                throw failure;
            }
            try {
                in.letGo(failure);
                return fallback.in(language);
            } catch (Throwable thrown) {
                in.fallbackFailed(failure, thrown);
                throw thrown;
            }
        }
    }

    /**
     * Protected, from the outside in, by
     *
     * <ul>
     *   <li>{@code @Fallback}: never answers for a call that has failed with Exception.
     * </ul>
     */
    @Override
    public boolean has(String name) {
        try {
            return delegate.has(name);
        } catch (Throwable failure) {
            if (!has.fallsBack(failure)) {
                throw failure;
            }
            try {
                has.letGo(failure);
                return never(name);
            } catch (Throwable thrown) {
                has.fallbackFailed(failure, thrown);
                throw thrown;
            }
        }
    }

    /**
     * Sets what a client is made of. Not for several threads.
     *
     * @param <A> as in the interface
     */
    @HoldfastGenerated
    static final class Builder<A> {
        private final ArticleClient<A> delegate;
        private ArticleClient<A> fallback;
        private Holdfast holdfast;
        private ExponentialBackoff findBackoff;

        private Builder(ArticleClient<A> delegate) {
            this.delegate = Objects.requireNonNull(delegate, "delegate");
        }

        /**
         * Sets the client that answers where a call has failed. There must be one.
         *
         * @param fallback what answers
         * @return this builder
         */
        Builder<A> fallback(ArticleClient<A> fallback) {
            this.fallback = Objects.requireNonNull(fallback, "fallback");
            return this;
        }

        /**
         * Sets the context: clock, random numbers, shared instances.
         *
         * @param holdfast the context
         * @return this builder
         */
        Builder<A> holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /**
         * Sets another instance in place of the one that {@code @Backoff} on {@code ArticleClient.find} describes.
         *
         * @param findBackoff the instance
         * @return this builder
         */
        Builder<A> findBackoff(ExponentialBackoff findBackoff) {
            this.findBackoff = Objects.requireNonNull(findBackoff, "findBackoff");
            return this;
        }

        /**
         * Makes the client.
         *
         * @return a client that protects the delegate
         */
        ResilientArticleClient<A> build() {
            return new ResilientArticleClient<>(this);
        }
    }

    /**
     * How the keys of overrides begin, for the interface and for each method. They end with a constant of
     * {@link dev.holdfast.runtime.generated.OverrideKeys}.
     */
    @HoldfastGenerated
    static final class Keys {
        static final String INTERFACE = "com.acme.ArticleClient/";
        static final String ARTICLE = "com.acme.ArticleClient/article/";
        static final String FIND = "com.acme.ArticleClient/find/";
        static final String LATER = "com.acme.ArticleClient/later/";
        static final String FORGET = "com.acme.ArticleClient/forget/";
        static final String IN = "com.acme.ArticleClient/in/";
        static final String HAS = "com.acme.ArticleClient/has/";

        private Keys() {
        }
    }
}
