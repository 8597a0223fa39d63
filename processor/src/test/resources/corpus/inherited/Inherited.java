package inherited;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import java.io.Closeable;
import java.io.IOException;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Interfaces of the JDK as parents. */
public final class Inherited {

    private Inherited() {}

    @Backoff(baseDelay = "1ms")
    public interface Closing extends Closeable, Comparable<Closing> {
        void send(String message) throws IOException;
    }

    @Backoff(baseDelay = "1ms")
    public interface Auto extends AutoCloseable {
        void send(String message);

        @Override
        void close();
    }

    @Backoff(baseDelay = "1ms")
    @SuppressWarnings("try")
    public interface AutoRetried extends AutoCloseable {
        void send(String message);

        @CircuitBreaker
        @Override
        void close() throws InterruptedException;
    }

    @Backoff(baseDelay = "1ms")
    public interface Functions extends Function<String, List<? extends Number>>, Supplier<int[]>, Callable<Map<String, ?>>, Runnable {}

    @Backoff(baseDelay = "1ms")
    public interface Operator<T extends Comparable<T>> extends UnaryOperator<T>, Supplier<T> {
        @Override
        T apply(T t);
    }

    @Backoff(baseDelay = "1ms")
    public interface Paging<T> extends Iterable<T>, Iterator<T> {
        List<? super T> page(int number);
    }

    @Backoff(baseDelay = "1ms")
    public interface Pair<A, B extends A> extends Map.Entry<A, List<B>>, Comparator<B> {
        @Override
        boolean equals(Object other);
    }

    @Backoff(baseDelay = "1ms")
    public interface Rows extends Map<String, List<? extends CharSequence>> {}

    @Backoff(baseDelay = "1ms")
    public interface Numbers<N extends Number & Comparable<? super N>> extends List<N> {}

    @FunctionalInterface
    @Backoff(baseDelay = "1ms")
    public interface Merging<T, R> extends BiFunction<T, T, R> {}

    @Backoff(baseDelay = "1ms")
    @SuppressWarnings("try")
    public interface Text extends CharSequence, Appendable, Readable, AutoCloseable {}
}
