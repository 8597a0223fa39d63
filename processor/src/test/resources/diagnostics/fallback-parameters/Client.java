package com.acme;

import dev.holdfast.annotations.*;

import java.io.*;
import java.util.*;

interface Client extends Part<Integer> {
    @Fallback("cached")
    String none() throws IOException;

    @Fallback("cached")
    String shorter(int page) throws IOException;

    @Fallback("cached")
    String generic(List<Integer> pages) throws IOException;

    @Fallback("wrapped")
    String boxed(int page) throws IOException;

    @Fallback(value = "cached", on = InterruptedIOException.class)
    String uncovered(String login) throws IOException;

    @Fallback("bounded")
    <T> void variable(List<T> list) throws IOException;

    /** Right, all of these. */
    @Fallback("cached")
    String page(String login) throws IOException;

    @Fallback("wrapped")
    String inherited(Integer page) throws IOException;

    @Fallback("many")
    <T extends Number> void all(Map<? super T, T[]> map, T... ts) throws IOException;

    @Fallback("failures")
    String failure(Exception failure) throws IOException;

    default String cached(String login, FileNotFoundException gone) {
        return login;
    }

    default String cached(String login, int page, RuntimeException failure) {
        return login;
    }

    default String cached(List<String> pages) {
        return "";
    }

    static String cached(long page) {
        return "";
    }

    default <T extends Comparable<T>> void bounded(List<T> list) {}

    default <N extends Number> void many(Map<? super N, N[]> map, N[] ns, IOException failure) {}

    default String failures(Exception failure) {
        return "";
    }
}

// expect: Client.java:9: error: [holdfast:fallback-parameters] @Fallback.value is "cached", but no default or static method of that name has the parameters of Client.none(). Fix: declare one with the same parameters, optionally followed by an exception that on covers.
// expect: Client.java:12: error: [holdfast:fallback-parameters] @Fallback.value is "cached", but no default or static method of that name has the parameters of Client.shorter(int). Fix: declare one with the same parameters, optionally followed by an exception that on covers.
// expect: Client.java:15: error: [holdfast:fallback-parameters] @Fallback.value is "cached", but no default or static method of that name has the parameters of Client.generic(List<Integer>). Fix: declare one with the same parameters, optionally followed by an exception that on covers.
// expect: Client.java:18: error: [holdfast:fallback-parameters] @Fallback.value is "wrapped", but no default or static method of that name has the parameters of Client.boxed(int). Fix: declare one with the same parameters, optionally followed by an exception that on covers.
// expect: Client.java:21: error: [holdfast:fallback-parameters] @Fallback.value is "cached", but no default or static method of that name has the parameters of Client.uncovered(String). Fix: declare one with the same parameters, optionally followed by an exception that on covers.
// expect: Client.java:24: error: [holdfast:fallback-parameters] @Fallback.value is "bounded", but no default or static method of that name has the parameters of Client.variable(List<T>). Fix: declare one with the same parameters, optionally followed by an exception that on covers.
// expect: OnType.java:7: error: [holdfast:fallback-parameters] @Fallback.value is "cached", but no default or static method of that name has the parameters of OnType.two(int), OnType.three(). Fix: declare one with the same parameters, optionally followed by an exception that on covers.
