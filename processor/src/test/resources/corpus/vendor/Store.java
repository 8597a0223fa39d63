package vendor;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A library's interface, whose methods are mostly default ones. */
public interface Store<V extends Comparable<? super V>> extends Source<String, V>, AutoCloseable {

    /** Types that the generated class inherits. */
    interface Builder<T> {
        T build();
    }

    interface Permit {
        int size();
    }

    static <T extends Comparable<T>> Store<T> create(T value) {
        throw new UnsupportedOperationException();
    }

    static <T extends Comparable<T>> Builder<Store<T>> builder(Store<T> other) {
        throw new UnsupportedOperationException();
    }

    @Override
    V read(String permit) throws IOException;

    default V read(String key, int attempt, Permit delegate) throws IOException {
        return read(key);
    }

    default void write(Map<String, ? extends List<V>> values) {
        throw new UnsupportedOperationException();
    }

    @Deprecated
    default long[] sizes(boolean... result) {
        return new long[0];
    }

    default V swap(V value) {
        return value;
    }

    default <T extends Comparable<T>> Map<T, V> swap(Class<T> type) {
        throw new UnsupportedOperationException();
    }

    char exemptItself(String name);

    @Override
    void close();
}
