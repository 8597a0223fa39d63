package p;

import dev.holdfast.annotations.*;

@Backoff
@Resilient(include = "get*|lst", exempt = "getName|gone*", idempotent = "*Get|pots")
interface Client {
    String get(String key);

    String getName();

    String list();

    String headAndGet();

    default String goneFirst() {
        return list();
    }

    void post();
}

interface Library {
    String get(String key);

    default void put(String key) {}

    void close();
}

@Backoff
@Resilient(of = Library.class, exempt = "", include = "get|put|", idempotent = "p.t")
interface LibraryPolicy {}

@Backoff
@Resilient(of = Library.class, className = "Fine*", exempt = "c*se | put", include = "*", idempotent = "*t")
interface FinePolicy {}
