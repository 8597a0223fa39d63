package fluent;

/** Returns itself; those below return themselves. */
public interface Timeouts {
    Timeouts timeout(long millis);
}
