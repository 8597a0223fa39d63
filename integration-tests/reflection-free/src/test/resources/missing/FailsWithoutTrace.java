// 21, 21-desugared: void RuntimeException.<init>(String, Throwable, boolean, boolean)
class FailsWithoutTrace extends RuntimeException {
    FailsWithoutTrace() {
        super("", null, false, false);
    }
}
