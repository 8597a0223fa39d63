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

// expect: Client.java:7: warning: [holdfast:library-subtype] Client extends Path, which makes its clients itself, and they are no Client: there may be nothing to protect. Fix: annotate an interface that extends nothing, and name the library's with @Resilient(of = Path.class).
