package shadow;

/** A type of the package in place of java.lang's. */
public interface Override {}
