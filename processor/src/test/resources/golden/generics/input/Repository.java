package golden.generics;

import dev.holdfast.annotations.Backoff;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

@Backoff
@SuppressWarnings("unchecked")
public interface Repository<K extends Comparable<? super K>, V extends Serializable & Cloneable> {

    V find(K key);

    Map<K, List<V>> findAll(List<? extends K> keys, Map<? super K, ?>... options);

    <T extends V, X extends Exception> T require(K key, Class<T> type, X otherwise) throws X;

    <T extends Comparable<T>> T[] sorted(T[] all, int[][] ranks, boolean... flags);

    <T> Map.Entry<K, T> entry(K key, T value);
}
