package fluent;

/** Returns what it is called on, whatever that is. */
public interface Headers<S extends Headers<S>> {

    S header(String name, String value);

    S headers(String... namesAndValues);
}
