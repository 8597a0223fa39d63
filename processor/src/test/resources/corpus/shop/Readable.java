package shop;

import java.util.Collection;
import java.util.Optional;

/** The reading half. */
interface Readable<E, K> {

    Optional<E> find(K key);

    Collection<? extends E> all();

    E refresh(E entity);

    Object raw(K key);

    default E require(K key) {
        return find(key).orElseThrow();
    }
}
