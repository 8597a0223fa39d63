package house;

/** A piece of a long answer. */
public class Page<T> {

    private final T[] items;

    public Page(T[] items) {
        this.items = items;
    }

    public int size() {
        return items.length;
    }

    /** A place in it, of an inner class that has its outer one's type argument. */
    public class Cursor {

        private final int at;

        public Cursor(int at) {
            this.at = at;
        }

        public T item() {
            return items[at];
        }
    }

    /** The same with a type argument of its own. */
    public class Mapped<R> {

        public Mapped() {}

        public Class<R[]> type() {
            return null;
        }
    }
}
