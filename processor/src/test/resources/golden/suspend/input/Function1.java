package kotlin.jvm.functions;

/** As much of Kotlin's as generated code needs. */
public interface Function1<A, R> {
    R invoke(A first);
}
