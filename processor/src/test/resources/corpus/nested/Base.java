package nested;

import java.util.Map;

/** Has nested types that other packages can't see, and methods that name none of them. */
public interface Base {

    String base(String base, Map.Entry<String, ? extends Number> entry) throws Problem;

    Visible visible(Visible visible);

    /** Seen everywhere, under the name of whoever inherits it too. */
    class Visible {
        public Visible() {}
    }

    /** A failure. */
    class Problem extends Exception {
        private static final long serialVersionUID = 1;

        public Problem() {}
    }
}
