package p;

import dev.holdfast.annotations.*;

interface Commands {
    String get(String key);
}

abstract class Base implements Commands {}

class Pooled extends Base implements AutoCloseable {
    public String get(String key) {
        return key;
    }

    public void close() {}
}

final class Bare {
    String get(String key) {
        return key;
    }
}

sealed interface Closed permits Only {
    String get(String key);
}

record Only() implements Closed {
    public String get(String key) {
        return key;
    }
}

class Holder {
    private interface Hidden {
        String get(String key);
    }

    @Backoff
    @Resilient(of = Hidden.class)
    interface HiddenPolicy {}
}

@Backoff
@Resilient(of = Pooled.class)
interface PooledPolicy {}

@Backoff
@Resilient(of = Bare.class)
interface BarePolicy {}

@Backoff
@Resilient(of = Closed.class)
interface ClosedPolicy {}

@Backoff
@Resilient(of = Commands.class)
interface CommandsPolicy {}

@Backoff
@Resilient(of = void.class, className = "Own*")
interface Owned {
    void call();
}

class User {
    Object pooled = new ResilientPooled(null);
    Object bare = new ResilientBare(null);
    Object closed = new ResilientClosed(null);
    Commands commands = new ResilientCommands(new Pooled());
    Owned owned = new OwnOwned(() -> {});
}

// expect: Clients.java:50: error: [holdfast:target-not-an-interface] @Resilient.of names Bare, which is a class, and only interfaces can be protected. Fix: name an interface; or write one with the methods that you call, and annotate that.
// expect: Clients.java:54: error: [holdfast:target-not-an-interface] @Resilient.of names Closed, which is sealed, so the generated class may not implement it. Fix: write an interface with the methods that you call, and annotate that.
// expect: Clients.java:41: error: [holdfast:inaccessible-type] @Resilient.of names Holder.Hidden, which generated code in package p cannot see. Fix: make it public, or package-private in that package.
// expect: Clients.java:46: error: [holdfast:target-not-an-interface] @Resilient.of names Pooled, which is a class, and only interfaces can be protected. Fix: name an interface; or write one with the methods that you call, and annotate that.
