package io.smallrye.mutiny;

/** A little of Mutiny's. */
public final class Context {
    private Context() {}

    public static Context empty() {
        return new Context();
    }
}
