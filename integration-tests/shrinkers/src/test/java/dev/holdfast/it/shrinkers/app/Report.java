package dev.holdfast.it.shrinkers.app;

import org.jspecify.annotations.Nullable;

/** What a server says of the weather. */
interface Report {

    int statusCode();

    @Nullable
    String header(String name);
}
