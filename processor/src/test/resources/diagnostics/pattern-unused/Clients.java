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

class Service {
    public String load() {
        return "";
    }
}

@Backoff
@Resilient(of = Service.class, include = "laod")
interface ServicePolicy {}

@Backoff
@Resilient(
        of = Library.class,
        className = "Types*",
        includeReturning = {CharSequence.class, int.class, Object[].class, java.util.concurrent.Future.class},
        exemptReturning = {void.class, Void.class})
interface TypesPolicy {}

@Backoff
@Resilient(of = Service.class, className = "Types*", includeReturning = Integer.class)
interface ServiceTypesPolicy {}

// expect: Clients.java:6: error: [holdfast:pattern-unused] @Resilient.include has "lst", which is the name of no method of Client (did you mean list?). Fix: write a method's name; * stands for any letters, and | separates names.
// expect: Clients.java:6: error: [holdfast:pattern-unused] @Resilient.exempt has "gone*", which is the name of no method of Client. Fix: write a method's name; * stands for any letters, and | separates names.
// expect: Clients.java:6: error: [holdfast:pattern-unused] @Resilient.idempotent has "pots", which is the name of no method of Client (did you mean post?). Fix: write a method's name; * stands for any letters, and | separates names.
// expect: Clients.java:32: error: [holdfast:pattern-unused] @Resilient.include has "", which is the name of no method of Library. Fix: write a method's name; * stands for any letters, and | separates names.
// expect: Clients.java:32: error: [holdfast:pattern-unused] @Resilient.idempotent has "p.t", which is the name of no method of Library (did you mean put?). Fix: write a method's name; * stands for any letters, and | separates names.
// expect: Clients.java:46: error: [holdfast:pattern-unused] @Resilient.include has "laod", which is the name of no method of Service (did you mean load?). Fix: write a method's name; * stands for any letters, and | separates names.
// expect: Clients.java:58: error: [holdfast:pattern-unused] @Resilient.includeReturning names Integer, which no method of Service returns. Fix: name the class that a method returns, or one above it; or remove it.
// expect: Clients.java:53: error: [holdfast:pattern-unused] @Resilient.includeReturning names int, which no method of Library returns. Fix: name the class that a method returns, or one above it; or remove it.
// expect: Clients.java:53: error: [holdfast:pattern-unused] @Resilient.includeReturning names Object[], which no method of Library returns. Fix: name the class that a method returns, or one above it; or remove it.
// expect: Clients.java:53: error: [holdfast:pattern-unused] @Resilient.includeReturning names Future, which no method of Library returns. Fix: name the class that a method returns, or one above it; or remove it.
// expect: Clients.java:54: error: [holdfast:pattern-unused] @Resilient.exemptReturning names Void, which no method of Library returns. Fix: name the class that a method returns, or one above it; or remove it.
