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
 * Protects calls to a {@link ArticleClient}. Thread-safe if the delegate is.
 *
 * <p>Every method has this policy, unless its own comment says otherwise:
 *
 * <ul>
 *   <li>{@code @Fallback}: the fallback client answers if a call fails with Exception but not
 *       IllegalStateException.
 * </ul>
 *
 * <p>The context may override these values.
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

    /** Creates a client with the default context. */
    ResilientArticleClient(ArticleClient<A> delegate, ArticleClient<A> fallback) {
        this(builder(delegate).fallback(fallback));
    }

    /** Creates a client with a context of your own. */
    ResilientArticleClient(ArticleClient<A> delegate, ArticleClient<A> fallback, Holdfast holdfast) {
        this(builder(delegate).fallback(fallback).holdfast(holdfast));
    }

    private ResilientArticleClient(Builder<A> builder) {
        this.delegate = builder.delegate;
        this.fallback = Objects.requireNonNull(builder.fallback, "fallback");
        ClientSetup setup = ClientSetup.of(builder.holdfast, "com.acme.ArticleClient");
        FallbackRule fallbackRule = FallbackSetup.create().except(IllegalStateException.class).build(setup);
        ExponentialBackoff findBackoff = BackoffSetup.create().maxAttempts(2).build(setup, "find", builder.findBackoff);
        FallbackRule hasFallbackRule = FallbackSetup.create().build(setup, "has");
        this.article = GuardSetup.of("ArticleClient.article").fallback(fallbackRule).sync(setup);
        this.find = GuardSetup.of("ArticleClient.find").fallback(fallbackRule).backoff(findBackoff).sync(setup);
        this.later = GuardSetup.of("ArticleClient.later").fallback(fallbackRule).async(setup);
        this.forget = GuardSetup.of("ArticleClient.forget").fallback(fallbackRule).sync(setup);
        this.in = GuardSetup.of("ArticleClient.in").fallback(fallbackRule).sync(setup);
        this.has = GuardSetup.of("ArticleClient.has").fallback(hasFallbackRule).sync(setup);
        setup.refuseUnknownKeys();
    }

    /** Returns a builder for a client with policies of your own. */
    static <A> Builder<A> builder(ArticleClient<A> delegate) {
        return new Builder<>(delegate);
    }

    @Override
    public A article(String name) throws IOException {
        try {
            return delegate.article(name);
        } catch (Throwable finalFailure) {
            if (!article.fallsBack(finalFailure)) {
                throw finalFailure;
            }
            try {
                article.letGo(finalFailure);
                return fallback.article(name);
            } catch (Throwable fallbackFailure) {
                article.fallbackFailed(finalFailure, fallbackFailure);
                throw fallbackFailure;
            }
        }
    }

    /**
     * Also {@code @Backoff}: at most 2 attempts, up to 1 s apart (full jitter); retries Exception and status 408, 5xx.
     *
     * <p>A call waits at most 1 s between attempts.
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
        } catch (Throwable finalFailure) {
            if (!find.fallsBack(finalFailure)) {
                throw finalFailure;
            }
            try {
                find.letGo(finalFailure);
                return fallback.find(name);
            } catch (Throwable fallbackFailure) {
                find.fallbackFailed(finalFailure, fallbackFailure);
                throw fallbackFailure;
            }
        }
    }

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

    @Override
    public void forget(A article) throws IOException {
        try {
            delegate.forget(article);
        } catch (Throwable finalFailure) {
            if (!forget.fallsBack(finalFailure)) {
                throw finalFailure;
            }
            try {
                forget.letGo(finalFailure);
                fallback.forget(article);
            } catch (Throwable fallbackFailure) {
                forget.fallbackFailed(finalFailure, fallbackFailure);
                throw fallbackFailure;
            }
        }
    }

    @Override
    public ArticleClient<A> in(String language) {
        try {
            ArticleClient<A> result = delegate.in(language);
            return result == delegate ? this : result;
        } catch (Throwable finalFailure) {
            if (!in.fallsBack(finalFailure)) {
                throw finalFailure;
            }
            try {
                in.letGo(finalFailure);
                return fallback.in(language);
            } catch (Throwable fallbackFailure) {
                in.fallbackFailed(finalFailure, fallbackFailure);
                throw fallbackFailure;
            }
        }
    }

    /** Its own {@code @Fallback}: never answers if a call fails with Exception. */
    @Override
    public boolean has(String name) {
        try {
            return delegate.has(name);
        } catch (Throwable finalFailure) {
            if (!has.fallsBack(finalFailure)) {
                throw finalFailure;
            }
            try {
                has.letGo(finalFailure);
                return never(name);
            } catch (Throwable fallbackFailure) {
                has.fallbackFailed(finalFailure, fallbackFailure);
                throw fallbackFailure;
            }
        }
    }

    /** Configures a client. Not thread-safe. */
    @HoldfastGenerated
    static final class Builder<A> {
        private final ArticleClient<A> delegate;
        private ArticleClient<A> fallback;
        private Holdfast holdfast;
        private ExponentialBackoff findBackoff;

        private Builder(ArticleClient<A> delegate) {
            this.delegate = Objects.requireNonNull(delegate, "delegate");
        }

        /** Sets the client that answers failed calls. Required. */
        Builder<A> fallback(ArticleClient<A> fallback) {
            this.fallback = Objects.requireNonNull(fallback, "fallback");
            return this;
        }

        /** Sets the context, in place of the default one. */
        Builder<A> holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /** Replaces {@code @Backoff} on {@code ArticleClient.find}. */
        Builder<A> findBackoff(ExponentialBackoff findBackoff) {
            this.findBackoff = Objects.requireNonNull(findBackoff, "findBackoff");
            return this;
        }

        /** Builds the client. */
        ResilientArticleClient<A> build() {
            return new ResilientArticleClient<>(this);
        }
    }
}
