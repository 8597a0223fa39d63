package shadow;

/** A type of the package named like the runtime's. */
public class Permit {
    public Permit() {}
}
