package com.acme;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Exempt;
import dev.holdfast.annotations.Fallback;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.runtime.CircuitOpenException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;

/** Answers where the catalogue is down: with what is known of old, or with nothing. */
@CircuitBreaker
public interface CatalogClient {

    @Fallback("lastKnown")
    @Backoff(maxAttempts = 3)
    String price(String article) throws IOException;

    @Fallback(value = "lastKnown", except = IllegalArgumentException.class)
    List<String> names(int page) throws IOException;

    @RateLimited
    @Fallback(value = "unavailable", on = {IOException.class, CircuitOpenException.class})
    HttpResponse<String> page(int number) throws IOException, InterruptedException;

    @Fallback("forget")
    void report(String article) throws IOException, TimeoutException;

    @Exempt
    String ping();

    @Fallback("none")
    <T extends Comparable<T>> List<T> all(Class<T> type);

    @Backoff
    @Fallback("stock")
    CompletableFuture<Integer> stock(String article);

    @Fallback("noTags")
    CompletionStage<? extends List<String>> tags(String... articles);

    @Fallback("best")
    default String best() throws IOException {
        return price("best");
    }

    default String lastKnown(String article, Throwable failure) {
        return "unknown, because of " + failure;
    }

    default List<String> lastKnown(int page) {
        return List.of();
    }

    default HttpResponse<String> unavailable(int number, CircuitOpenException open) {
        throw open;
    }

    default HttpResponse<String> unavailable(int number, IOException broken) throws IOException {
        throw broken;
    }

    default void forget(String article, IOException broken) {}

    default void forget(String article, FileNotFoundException gone) {}

    default void forget(String article, CircuitOpenException open) {}

    static <E extends Comparable<E>> List<E> none(Class<E> type) {
        return List.of();
    }

    default CompletableFuture<Integer> stock(String article, CircuitOpenException open) {
        return CompletableFuture.completedFuture(0);
    }

    default CompletableFuture<Integer> stock(String article, Exception failure) {
        return CompletableFuture.failedFuture(failure);
    }

    static CompletableFuture<List<String>> noTags(String... articles) {
        return CompletableFuture.completedFuture(List.of());
    }

    default String best(Exception failure) {
        return "none";
    }
}
