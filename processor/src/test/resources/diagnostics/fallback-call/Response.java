package retrofit2;

import okhttp3.Headers;
import okhttp3.ResponseBody;

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

    public Headers headers() {
        return new Headers();
    }

    public T body() {
        return body;
    }

    public ResponseBody errorBody() {
        return new ResponseBody();
    }
}
