package kotlin.coroutines.intrinsics;

/** As much of Kotlin's as generated code needs. */
public final class IntrinsicsKt {

    private static final Object SUSPENDED = new Object();

    private IntrinsicsKt() {}

    public static Object getCOROUTINE_SUSPENDED() {
        return SUSPENDED;
    }
}
