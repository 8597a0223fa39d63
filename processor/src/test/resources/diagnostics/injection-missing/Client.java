package p;

import dev.holdfast.annotations.*;

@Backoff
@Resilient(inject = Inject.JAKARTA)
interface Client {
    void call();
}

@Backoff
@Resilient(className = "Spring*", inject = Inject.SPRING)
interface Other {
    void call();
}

@Backoff
interface ByOption {
    void call();
}

@Backoff
interface Generic<T> {
    T call();
}

@Backoff
@Resilient(inject = Inject.NONE)
interface Plain {
    void call();
}

// expect: Client.java:18: error: [holdfast:injection-missing] the option -Aholdfast.inject is javax, but the class path or module of ByOption has no javax.inject.Singleton. Fix: add the library that has it, or write @Resilient(inject = NONE) on ByOption.
// expect: Client.java:6: error: [holdfast:injection-missing] @Resilient.inject is JAKARTA, but the class path or module has no jakarta.inject.Singleton. Fix: add the library that has it, or name another framework.
// expect: Client.java:12: error: [holdfast:injection-missing] @Resilient.inject is SPRING, but the class path or module has no org.springframework.stereotype.Component. Fix: add the library that has it, or name another framework.
