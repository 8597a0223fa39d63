package com.acme;

import dev.holdfast.annotations.*;

/** As kapt writes a stub: without the function that has a value class in its signature. */
@kotlin.Metadata(d2 = {"Lcom/acme/Client;", "", "user", "login", "remove", "id", "Lcom/acme/Id;", "remove-aOq0-r_"})
@Backoff
interface Client {
    String user(String login);
}

// expect: Client.java:8: error: [holdfast:unwritable-name] Client cannot be implemented in Java, because "remove-aOq0-r_" is not a Java name. Fix: rename it; if Kotlin did so for a value class or Result in its signature, use plain types there, and the others in an extension function.
