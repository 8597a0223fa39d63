package com.acme;

import dev.holdfast.annotations.*;

@Backoff
interface Client {
    error.NonExistentClass call();
}

// expect: Client.java:7: error: [holdfast:kapt-error-type] Client.call() names a type that kapt does not know, and for which it writes error.NonExistentClass. Fix: set correctErrorTypes to true in kapt's configuration, which keeps the names of types that other processors generate; otherwise import the type or put its library on the class path.
