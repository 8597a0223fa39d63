package shop;

import dev.holdfast.annotations.Backoff;
import java.io.Serializable;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Type variables of every kind, on the type and on methods. */
@Backoff(baseDelay = "1ms")
public interface TreeClient<T extends TreeClient.Node<T> & Comparable<? super T>, Permit extends Exception, Holdfast>
        extends Crud<T, String> {

    T root() throws Permit;

    <U extends Comparable<U> & Serializable, V extends List<? super U>> Map<U, ? extends V> pick(V values, U u)
            throws Permit;

    @SuppressWarnings("unchecked")
    <K, V extends Map<K, ? extends Collection<V>>> V self(V value, K... keys);

    <X extends Throwable> void fail(Class<X> type) throws X;

    <X extends Permit, Y extends X> Holdfast either(X x, Y y) throws X, Y;

    <E extends Enum<E>> E constant(Class<E> type, String name);

    <T extends CharSequence> T hidden(T own);

    <String> String string(String own);

    <Object> Object object(Object own, List<? super Object> all);

    <A extends Comparator<? super B>, B extends Function<A, ? extends B>> B mutual(A a, B b);

    <Throwable extends RuntimeException, Objects extends SyncGuard, SyncGuard> Objects taken(SyncGuard guard)
            throws Throwable;

    /** A part of it. */
    interface Node<N extends Node<N>> {
        N parent();
    }
}
