package com.acme;

import dev.holdfast.annotations.*;

import java.io.*;

@Fallback("cached")
interface OnType {
    String one(String login) throws IOException;

    String two(int page) throws IOException;

    String three() throws IOException;

    @Exempt
    String exempt() throws IOException;

    default String cached(String login) {
        return login;
    }
}
