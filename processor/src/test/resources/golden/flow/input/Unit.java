package kotlin;

/** As much of Kotlin's as generated code needs. */
public final class Unit {

    public static final Unit INSTANCE = new Unit();

    private Unit() {}
}
