package dev.holdfast.nativeimage;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Fails at every first attempt, but where its mirror is to answer: there always. */
final class Store implements Repository<String, Integer>, Repository.Part<String> {

    private int calls;

    private void failAtFirst() throws IOException {
        if (calls++ % 2 == 0) {
            throw new IOException("down");
        }
    }

    @Override
    public Integer find(String key) throws IOException {
        failAtFirst();
        return key.length();
    }

    @Override
    public <T extends Integer, X extends Exception> T require(String key, Class<T> type, X otherwise) throws X {
        if (calls++ % 2 == 0) {
            throw otherwise;
        }
        return type.cast(key.length());
    }

    @Override
    public <T extends Comparable<T>> T[] sorted(T[] all, int[][] ranks, boolean... flags) throws IOException {
        failAtFirst();
        Arrays.sort(all);
        return all;
    }

    @Override
    public long count(double share, char first) throws IOException {
        failAtFirst();
        return (long) (share * first);
    }

    @Override
    public void put(Map.Entry<String, ? extends Integer> entry) throws IOException {
        failAtFirst();
    }

    @Override
    public CompletionStage<Optional<Integer>> later(String key) {
        return calls++ % 2 == 0
                ? CompletableFuture.failedFuture(new IOException("down"))
                : CompletableFuture.completedFuture(Optional.of(key.length()));
    }

    @Override
    public Integer mirrored(String key) throws IOException {
        throw new IOException("down");
    }

    @Override
    public List<Integer> page(int number) throws IOException {
        throw new IOException("down");
    }

    @Override
    public String part(int index) throws IOException {
        failAtFirst();
        return "part " + index;
    }
}
