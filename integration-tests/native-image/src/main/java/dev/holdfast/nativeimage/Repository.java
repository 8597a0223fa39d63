package dev.holdfast.nativeimage;

import dev.holdfast.annotations.Fallback;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Signatures of all kinds: what has type variables, arrays and primitives is called as plainly as anything else.
 *
 * @param <K> keys
 * @param <V> values
 */
@Careful
interface Repository<K extends Comparable<? super K>, V extends Serializable> extends Reading<K, V> {

    <T extends V, X extends Exception> T require(K key, Class<T> type, X otherwise) throws X;

    <T extends Comparable<T>> T[] sorted(T[] all, int[][] ranks, boolean... flags) throws IOException;

    long count(double share, char first) throws IOException;

    void put(Map.Entry<K, ? extends V> entry) throws IOException;

    CompletionStage<Optional<V>> later(K key);

    @Fallback
    V mirrored(K key) throws IOException;

    @Fallback("nothing")
    List<V> page(int number) throws IOException;

    default V first(List<K> keys) throws IOException {
        return find(keys.get(0));
    }

    default List<V> nothing(int number) {
        return List.of();
    }

    /** A client within another. */
    @Careful
    interface Part<E> {

        E part(int index) throws IOException;
    }
}
