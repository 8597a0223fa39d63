package golden.nested;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Resilient;

final class Outer {

    @Backoff
    interface Inner {
        void run();
    }

    static class Other {
        @CircuitBreaker
        @Resilient(className = "Safe*Client")
        protected interface Deep {
            int number();
        }
    }

    private Outer() {}
}
