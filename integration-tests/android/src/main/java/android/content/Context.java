package android.content;

/** A stub. */
public class Context {}
