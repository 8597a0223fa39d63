package dev.holdfast.nativeimage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Answers whatever is asked. */
final class Mirror implements Repository<String, Integer> {

    @Override
    public Integer find(String key) {
        return 0;
    }

    @Override
    public <T extends Integer, X extends Exception> T require(String key, Class<T> type, X otherwise) {
        return type.cast(0);
    }

    @Override
    public <T extends Comparable<T>> T[] sorted(T[] all, int[][] ranks, boolean... flags) {
        return all;
    }

    @Override
    public long count(double share, char first) {
        return 0;
    }

    @Override
    public void put(Map.Entry<String, ? extends Integer> entry) {}

    @Override
    public CompletionStage<Optional<Integer>> later(String key) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public Integer mirrored(String key) {
        return -key.length();
    }

    @Override
    public List<Integer> page(int number) {
        return List.of(number);
    }
}
