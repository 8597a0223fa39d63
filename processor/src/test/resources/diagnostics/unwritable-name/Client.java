package com.acme;

import dev.holdfast.annotations.*;

/** As kapt writes a stub: without the function that has a value class in its signature. */
@kotlin.Metadata(d2 = {"Lcom/acme/Client;", "", "user", "login", "remove", "id", "Lcom/acme/Id;", "remove-aOq0-r_"})
@Backoff
interface Client {
    String user(String login);
}

// expect: Client.java:8: error: [holdfast:unwritable-name] Client cannot be implemented in Java, because "remove-aOq0-r_" is not a Java name. Fix: rename it; Kotlin changes the names of functions with value classes or Result in their signature, so use plain types there.
