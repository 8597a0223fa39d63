package p;

import dev.holdfast.annotations.*;

@Backoff
@Resilient(inject = Inject.JAKARTA)
interface Client<T> {
    T call();
}

@Backoff
@Resilient(of = Client.class, className = "Users*", inject = Inject.JAKARTA)
interface Policy {}

@Backoff
@Resilient(inject = Inject.JAKARTA)
interface Fine extends Client<String> {}

// expect: Client.java:6: error: [holdfast:injection-of-generic] Client has type parameters, and no framework knows type arguments for its singleton. Fix: annotate an interface that extends it with type arguments, or remove inject and create the client yourself.
// expect: Client.java:12: error: [holdfast:injection-of-generic] Client has type parameters, and no framework knows type arguments for its singleton. Fix: annotate an interface that extends it with type arguments, or remove inject and create the client yourself.
