package legacy;

@Deprecated(forRemoval = true)
public class Gone {

    public Gone() {}

    public static class Inner {
        public Inner() {}
    }

    public static class Failure extends Exception {
        private static final long serialVersionUID = 1;

        public Failure() {}
    }
}
