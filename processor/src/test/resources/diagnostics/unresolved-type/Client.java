package com.acme;

import dev.holdfast.annotations.*;

@Backoff
interface Client {
    Missing call();
}

// expect: Client.java:7: error: cannot find symbol
// expect: Fine.java:7: error: cannot find symbol
// expect: Client.java:7: error: [holdfast:unresolved-type] Client.call() names the type Missing, which does not exist. Fix: if another processor generates it, see the errors above; otherwise import it or put its library on the class path.
// expect: Fine.java:7: error: [holdfast:unresolved-type] Fine.call(List<? extends Absent[]>) names the type Absent, which does not exist. Fix: if another processor generates it, see the errors above; otherwise import it or put its library on the class path.
