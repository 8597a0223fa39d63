package com.acme;

import dev.holdfast.annotations.*;

import java.io.IOException;

@Backoff
interface Client {
    int clone();

    void call();
}

@Backoff
interface Throwing {
    Throwing clone() throws IOException;

    int finalize();
}

@Backoff
@SuppressWarnings("holdfast:no-io")
interface Fine {
    Fine clone() throws CloneNotSupportedException;

    void clone(int count);

    int finalize(String text);
}

// expect: Client.java:9: error: [holdfast:unimplementable-method] no class can implement Client.clone(), because it returns something else than the method of Object. Fix: give it another name or declare it as in Object.
// expect: Client.java:16: error: [holdfast:unimplementable-method] no class can implement Throwing.clone(), because it throws more than the method of Object. Fix: give it another name or declare it as in Object.
// expect: Client.java:18: error: [holdfast:unimplementable-method] no class can implement Throwing.finalize(), because it returns something else than the method of Object. Fix: give it another name or declare it as in Object.
