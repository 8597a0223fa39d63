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

enum Kinds {
    ONE;

    public void call() {}
}

class Outer<T> {
    class Inner {
        public void call() {}

        class Innermost {
            public void call() {}
        }
    }

    static class Nested {
        class Inner {
            public void call() {}
        }
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

@Backoff
@Resilient(of = Pooled.class, interfaceName = "Pool", className = "Named*")
interface NamedPooledPolicy {}

@Backoff
@Resilient(of = Only.class)
interface OnlyPolicy {}

@Backoff
@Resilient(of = Kinds.class, interfaceName = "KindsApi")
interface KindsPolicy {}

@Backoff
@Resilient(of = Outer.Inner.Innermost.class)
interface InnermostPolicy {}

@Backoff
@Resilient(of = Outer.Nested.Inner.class)
interface InnerPolicy {}

class User {
    Pool pool = new NamedPooled(new Pooled());
    Object only = new ResilientOnly(null);
    Object kinds = new ResilientKinds(null);
    Object innermost = new ResilientOuter_Inner_Innermost(null);
    Object inner = new ResilientOuter_Nested_Inner(new Outer.Nested().new Inner());
    Object pooled = new ResilientPooled(null);
    Object bare = new ResilientBare(null);
    Object closed = new ResilientClosed(null);
    Commands commands = new ResilientCommands(new Pooled());
    Owned owned = new OwnOwned(() -> {});
}

// expect: Clients.java:72: error: [holdfast:target-not-an-interface] @Resilient.of names Bare, which is a class without a public method to protect. Fix: name the class whose methods you call.
// expect: Clients.java:76: error: [holdfast:target-not-an-interface] @Resilient.of names Closed, which is sealed, so the generated class may not implement it. Fix: write an interface with the methods that you call, and annotate that.
// expect: Clients.java:63: error: [holdfast:inaccessible-type] @Resilient.of names Holder.Hidden, which generated code in package p cannot see. Fix: make it public, or package-private in that package.
// expect: Clients.java:102: error: [holdfast:target-not-an-interface] @Resilient.of names Outer.Inner.Innermost, an inner class of Outer, which has type parameters. Fix: write an interface with the methods that you call, and annotate that.
// expect: Clients.java:98: error: [holdfast:target-not-an-interface] @Resilient.of names Kinds, which is an enum, and only interfaces and classes can be protected. Fix: name an interface; or write one with the methods that you call, and annotate that.
// expect: Clients.java:94: error: [holdfast:target-not-an-interface] @Resilient.of names Only, which is a record, and only interfaces and classes can be protected. Fix: name an interface; or write one with the methods that you call, and annotate that.
// expect: Clients.java:68: error: [holdfast:target-not-an-interface] @Resilient.of names Pooled, which is a class and implements Commands, which has all calls of it. Fix: name Commands; or set interfaceName for an interface of your own.
