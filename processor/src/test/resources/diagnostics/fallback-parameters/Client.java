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
