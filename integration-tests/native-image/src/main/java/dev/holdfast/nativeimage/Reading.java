package dev.holdfast.nativeimage;

import java.io.IOException;

/**
 * What {@link Repository} inherits.
 *
 * @param <K> keys
 * @param <V> values
 */
interface Reading<K, V> {

    V find(K key) throws IOException;
}
