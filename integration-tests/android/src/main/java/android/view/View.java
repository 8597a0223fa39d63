package android.view;

/** A stub. */
public class View {}
