package android.os;

/** A stub. */
public class Bundle {}
