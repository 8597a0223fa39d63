package dev.holdfast.scenarios;

import dev.holdfast.annotations.Exempt;
import dev.holdfast.annotations.RateLimited;
import java.io.IOException;
import java.util.List;

/** A place for an interface within another. */
interface Stores {

    /** Generic, inherited, fluent, with a preset, and with a hint of the user's own. */
    @Careful
    interface Store<K extends Comparable<K>, V> extends ReadableStore<K, V> {

        @Exempt
        Store<K, V> in(String shelf);

        @RateLimited(on = BusyException.class, hint = BusyException.Hint.class, maxDelay = "1m")
        <T extends V> List<T> all(Class<T> type, K first) throws IOException;
    }

    /** What a store inherits. */
    interface ReadableStore<K, V> {

        V value(K key) throws IOException;
    }
}
