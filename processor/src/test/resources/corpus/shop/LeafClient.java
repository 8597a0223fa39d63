package shop;

import dev.holdfast.annotations.Backoff;
import java.io.IOException;
import java.util.Map;

/** A generic parent with everything, filled in. */
@Backoff(baseDelay = "1ms")
public interface LeafClient extends TreeClient<LeafClient.Leaf, IOException, Map<String, int[]>> {

    @Override
    Leaf root();

    /** A node. */
    class Leaf implements TreeClient.Node<Leaf>, Comparable<Object> {

        public Leaf() {}

        @Override
        public Leaf parent() {
            return this;
        }

        @Override
        public int compareTo(Object other) {
            return 0;
        }
    }
}
