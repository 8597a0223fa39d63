package golden.async;

public class BusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public int status() {
        return 429;
    }
}
