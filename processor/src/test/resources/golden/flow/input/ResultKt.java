package kotlin;

/** As much of Kotlin's as generated code needs. */
public final class ResultKt {

    private static final class Failure {

        private final Throwable exception;

        Failure(Throwable exception) {
            this.exception = exception;
        }
    }

    private ResultKt() {}

    public static Object createFailure(Throwable exception) {
        return new Failure(exception);
    }

    public static void throwOnFailure(Object result) {
        if (result instanceof Failure) {
            ResultKt.<RuntimeException>sneak(((Failure) result).exception);
        }
    }

    @SuppressWarnings("unchecked")
    private static <X extends Throwable> void sneak(Throwable exception) throws X {
        throw (X) exception;
    }
}
