package shadow;

/** A type of the package named like one that is imported. */
public final class Objects {
    public Objects() {}
}
