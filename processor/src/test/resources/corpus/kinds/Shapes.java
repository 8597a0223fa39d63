// release 17
package kinds;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import java.util.List;
import java.util.Map;

/** Sealed neighbours, records and enums. */
public sealed interface Shapes permits Shapes.Circle, Shapes.Square, Shapes.Open {

    record Circle(double radius) implements Shapes {

        /** A client in a record. */
        @Backoff(baseDelay = "1ms")
        public interface Client {
            Circle grow(Circle circle, double by);
        }
    }

    enum Square implements Shapes {
        ONE
    }

    non-sealed interface Open extends Shapes {}

    /** Below what is sealed, and not sealed itself. */
    @CircuitBreaker(failureThreshold = 1000)
    @Backoff(baseDelay = "1ms")
    interface Client<S extends Record & Shapes> extends Open {

        Shapes any(Shapes shape, Circle... circles);

        Square square(Map<Square, List<? extends Shapes>> squares);

        S record(S record);
    }
}
