package p;

import dev.holdfast.annotations.*;

/** What the language makes are no clients of this interface. */
@Backoff
interface Client extends java.nio.file.Path {}

@Backoff
@SuppressWarnings("holdfast:library-subtype")
interface Meant extends java.nio.file.Path {}

@Backoff
@Resilient(of = java.nio.file.Path.class, include = "toRealPath|register")
interface PathPolicy {}
