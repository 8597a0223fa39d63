package shadow;

/** A type of the package named like the runtime's. */
public enum Holdfast {
    FAST;
}
