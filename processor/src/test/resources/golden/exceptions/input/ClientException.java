package golden.exceptions;

public class ClientException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public int getStatus() {
        return 400;
    }
}
