package house;

/** A failure with the server's status. */
public class ApiException extends Exception {

    private static final long serialVersionUID = 1;

    private final int status;

    public ApiException(int status) {
        this.status = status;
    }

    public int statusCode() {
        return status;
    }
}
