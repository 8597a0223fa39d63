package violation;

import dev.holdfast.annotations.Backoff;

/** Runs on the JVM, but not in a native image: the delegate finds a class and a method by names that are made at run time. */
public final class Reflecting {

    @Backoff(maxAttempts = 2)
    interface Client {
        Object call(String name) throws Exception;
    }

    static final class Hidden {
        static String method() {
            return "found by its name";
        }
    }

    public static void main(String[] arguments) throws Exception {
        Client client = new ResilientReflecting_Client(
                name -> Class.forName(name).getDeclaredMethod("method").invoke(null));
        System.out.println("before");
        System.out.println(client.call(new StringBuilder("neddiH$gnitcelfeR.noitaloiv").reverse().toString()));
    }
}
