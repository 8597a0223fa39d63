package retrofit2;

/** A little of Retrofit's. */
public final class Response<T> {
    private final int code;
    private final T body;

    public Response(int code, T body) {
        this.code = code;
        this.body = body;
    }

    public int code() {
        return code;
    }

    public T body() {
        return body;
    }
}
