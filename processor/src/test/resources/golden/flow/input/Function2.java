package kotlin.jvm.functions;

/** As much of Kotlin's as generated code needs. */
public interface Function2<A, B, R> {
    R invoke(A first, B second);
}
