package com.acme;

import dev.holdfast.annotations.*;

import java.io.*;
import retrofit2.Call;

@Fallback
interface Client {
    Call<String> user(String login);

    @Fallback("none")
    Call<String> other(String login);

    String right(String login) throws IOException;
}

// expect: Client.java:10: error: [holdfast:fallback-call] Client.user(String) returns Call<String>, which makes its call after the method has returned, too late for a fallback. Fix: use @Fallback on other methods, and handle failures of this one where the call is made.
// expect: Client.java:12: error: [holdfast:fallback-call] Client.other(String) returns Call<String>, which makes its call after the method has returned, too late for a fallback. Fix: use @Fallback on other methods, and handle failures of this one where the call is made.
