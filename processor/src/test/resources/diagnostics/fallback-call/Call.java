package retrofit2;

import java.io.IOException;
import okhttp3.Request;
import okio.Timeout;

/** As much of Retrofit's as matters here: all its members. */
public interface Call<T> extends Cloneable {
    Response<T> execute() throws IOException;

    void enqueue(Callback<T> callback);

    boolean isExecuted();

    void cancel();

    boolean isCanceled();

    Call<T> clone();

    Request request();

    Timeout timeout();
}
