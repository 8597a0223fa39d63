package nested;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import java.util.List;

/** A class with interfaces of every visibility. */
public class Hosts {

    public Hosts() {}

    /** Public. */
    @Backoff(baseDelay = "1ms")
    public interface Open {
        Value get(Value value);
    }

    /** Protected: of the package, for generated code. */
    @Backoff(baseDelay = "1ms")
    protected interface Guarded {
        List<Value> get(Value... values);
    }

    /** Package-private. */
    @CircuitBreaker(failureThreshold = 1000)
    interface Hidden<T extends Value> {
        T get(T value, Inner inner, Outer.Middle.Lowest.Point point);

        /** In an interface, so public, in one that is not. */
        @Backoff(baseDelay = "1ms")
        interface Deeper extends Hidden<Value> {
            Deeper deeper(Hidden<? extends Value> hidden);
        }
    }

    /** Of the package. */
    static class Value {}

    /** An inner one, which is not static. */
    class Inner {}

    /** Four down. */
    protected static class Outer {

        protected static class Middle {

            static class Lowest {

                static class Point {}

                @Backoff(baseDelay = "1ms")
                interface Client {
                    Point move(Point point, Lowest lowest);
                }
            }
        }
    }
}
