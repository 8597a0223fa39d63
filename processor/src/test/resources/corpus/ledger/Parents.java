package ledger;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Parents that have methods in common. */
interface Parents {

    /** One. */
    interface Left<T> {
        List<T> all(String key) throws IOException;

        <A> Iterable<A> generic(A a) throws IOException;

        Object shared() throws IOException;

        default String reabstracted() {
            return "";
        }
    }

    /** Another, below it. */
    interface Right<T> extends Left<T> {
        @Override
        ArrayList<T> all(String s) throws FileNotFoundException;

        @Override
        <B> List<B> generic(B b);

        @Override
        String reabstracted();
    }

    /** A third. */
    interface Middle extends Left<String> {
        @Override
        String shared() throws IOException;
    }

    /** Not related to them. */
    interface Apart {
        String reabstracted();

        int common(String... keys) throws IOException;
    }

    /** Nor this. */
    interface Further {
        int common(String... keys) throws IOException;

        default boolean isOpen() {
            return true;
        }
    }
}
