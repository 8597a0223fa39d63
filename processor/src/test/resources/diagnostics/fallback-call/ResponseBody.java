package okhttp3;

import java.io.Closeable;

/** Stands for that of OkHttp. */
public class ResponseBody implements Closeable {
    @Override
    public void close() {}
}
