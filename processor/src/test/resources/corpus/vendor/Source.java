package vendor;

import java.io.IOException;
import java.util.List;

/** What a library's interface inherits. */
public interface Source<K, V> {

    /** Abstract, with a result that the interface below narrows. */
    Object read(K key) throws IOException;

    /** Default, and generic in its exception. */
    @SuppressWarnings("unchecked")
    default <E extends Exception> List<V> all(Class<E> failure, K first, K... others) throws E, IOException {
        throw new UnsupportedOperationException();
    }
}
