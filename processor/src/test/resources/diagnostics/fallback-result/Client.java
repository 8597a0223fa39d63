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
