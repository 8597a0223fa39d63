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
