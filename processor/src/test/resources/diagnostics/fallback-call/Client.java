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
