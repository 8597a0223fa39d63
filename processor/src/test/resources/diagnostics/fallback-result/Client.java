package com.acme;

import dev.holdfast.annotations.*;

import java.io.*;
import java.util.*;
import java.util.concurrent.*;

interface Client {
    @Fallback("object")
    String user(String login) throws IOException;

    @Fallback("nobody")
    String call(String login) throws IOException;

    @Fallback("object")
    void nothing(String login) throws IOException;

    @Fallback("raw")
    List<String> list(String login) throws IOException;

    @Fallback("object")
    CompletableFuture<String> later(String login);

    /** Right, all of these. */
    @Fallback("raw")
    Object right(String login) throws IOException;

    @Fallback("amount")
    long number(String login) throws IOException;

    @Fallback("listed")
    <T> Collection<? extends T> generic(T t) throws IOException;

    default Object object(String login) {
        return login;
    }

    default List raw(String login) {
        return List.of();
    }

    default void nobody(String login) {}

    static int amount(String login) {
        return 0;
    }

    static <E> List<E> listed(E e) {
        return List.of(e);
    }
}

// expect: Client.java:10: error: [holdfast:fallback-result] Client.object(String) returns Object, so it cannot answer for Client.user(String), which returns String. Fix: return String or a subtype of it.
// expect: Client.java:13: error: [holdfast:fallback-result] Client.nobody(String) returns void, so it cannot answer for Client.call(String), which returns String. Fix: return String or a subtype of it.
// expect: Client.java:16: error: [holdfast:fallback-result] Client.object(String) returns Object, so it cannot answer for Client.nothing(String), which returns void. Fix: return void or a subtype of it.
// expect: Client.java:19: error: [holdfast:fallback-result] Client.raw(String) returns List, so it cannot answer for Client.list(String), which returns List<String>. Fix: return List<String> or a subtype of it.
// expect: Client.java:22: error: [holdfast:fallback-result] Client.object(String) returns Object, so it cannot answer for Client.later(String), which returns CompletableFuture<String>. Fix: return CompletableFuture<String> or a subtype of it.
