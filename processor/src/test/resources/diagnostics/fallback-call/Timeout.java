package okio;

/** Stands for that of Okio. */
public class Timeout {}
