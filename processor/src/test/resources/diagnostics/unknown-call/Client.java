package com.acme;

import dev.holdfast.annotations.*;

@CircuitBreaker
interface Client {
    retrofit2.Call<String> call();

    @Exempt
    retrofit2.Call<String> exempt();
}

// expect: Client.java:7: error: [holdfast:unknown-call] Client.call() returns Call<String>, but this retrofit2.Call has the method another, so generated code cannot implement it. Fix: use the Call of Retrofit 2 or 3, or leave it unprotected (@Exempt).
