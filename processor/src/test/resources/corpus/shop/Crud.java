package shop;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** What every client of the shop has: its type variables are filled in below. */
public interface Crud<E, K extends Comparable<K> & Serializable> extends Readable<E, K> {

    <S extends E> S save(S entity);

    <S extends E> List<S> saveAll(Iterable<S> entities);

    void delete(E entity);

    void deleteAll(List<? extends E> entities);

    E[] toArray(E[] into);

    K keyOf(E entity);

    @Override
    Optional<E> find(K key);

    /** The same name on both sides of the diamond. */
    @Override
    E refresh(E entity);
}
