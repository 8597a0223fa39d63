package com.acme;

import dev.holdfast.annotations.*;

interface Library {
    String call();
}

@Backoff
@Resilient(of = Library.class, defaults = DefaultMethods.INHERIT)
interface LibraryPolicy {}
