package p;

import dev.holdfast.annotations.*;
import java.util.List;

class Hidden {
    private class Secret {}

    public void take(Secret secret) {}

    public List<Secret> secrets() {
        return List.of();
    }

    public String call() {
        return "";
    }
}

class Typed<T> {
    public int count;
    public static int instances;
    protected int internal;

    public T get() {
        return null;
    }

    public Typed<T> with(int count) {
        return this;
    }

    public <U> Typed<U> as(Class<U> type) {
        return null;
    }

    public Typed<?> any() {
        return this;
    }

    @SuppressWarnings("rawtypes")
    public Typed raw() {
        return this;
    }
}

@Backoff
@Resilient(of = Hidden.class)
interface HiddenPolicy {}

@Backoff
@Resilient(of = Typed.class)
interface TypedPolicy {}

@Backoff
@Resilient(of = Typed.class, className = "Silent*")
@SuppressWarnings("holdfast:members-left-out")
interface SilentPolicy {}

class User {
    String called = new ResilientHidden(new Hidden()).call();
    ResilientTyped<String> typed = new ResilientTyped<>(new Typed<String>()).with(1);
}

// expect: Clients.java:48: warning: [holdfast:members-left-out] public members of Hidden are not in the generated class, which can't have them: take, secrets. Fix: use the delegate where you need them.
// expect: Clients.java:52: warning: [holdfast:members-left-out] public members of Typed are not in the generated class, which can't have them: as, any, raw, count. Fix: use the delegate where you need them.
