package p;

import dev.holdfast.annotations.*;
import java.util.List;

interface Base<T> {
    T load(String id);
}

interface Store extends Base<List<String>>, AutoCloseable {
    List<String> list(String prefix, int... sizes);

    <T extends Number> T sum(T first, List<? extends T> others);

    default void remove(String id) {}

    void close();
}

interface Shared {
    @Exempt
    void purge();

    @Backoff(maxAttempts = 2)
    void remove(String id);
}

@Backoff
@Resilient(of = Store.class)
interface StorePolicy extends Shared {

    @Backoff(maxAttempts = 2)
    Object load(String id);

    @Exempt
    void list(String prefix, int[] sizes);

    @Exempt
    Number sum(Number first, List<?> others);

    void close();

    String toString();

    @Exempt
    void lod(String id);

    @Exempt
    void list(String prefix);

    @Exempt
    default void remove(String id) {}

    static String nothing() {
        return "";
    }
}
