package com.acme;

import dev.holdfast.annotations.*;

@Backoff
interface Marker {
    default void call() {}
}

interface Library extends AutoCloseable {
    String call();

    default String other() {
        return call();
    }

    void close();
}

@Backoff
@Resilient(of = Library.class)
interface LibraryPolicy {
    @Exempt
    String call();

    @Exempt
    String other();
}

@Resilient(of = Library.class, className = "Bare*")
interface NoPolicy {}
