import dev.holdfast.annotations.Backoff;
import java.util.List;

/** In the unnamed package, where nothing can be imported from. */
@Backoff(baseDelay = "1ms")
public interface Rootless<T extends Rootless.Part> {

    T part(T part, List<Part[]> parts, RootlessPart other);

    RootlessPart other(Object... others) throws Broken;

    /** A type. */
    class Part {}

    /** A failure. */
    class Broken extends Exception {
        private static final long serialVersionUID = 1;

        public int code() {
            return 503;
        }
    }
}
