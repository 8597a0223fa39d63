package okhttp3;

/** Stands for that of OkHttp. */
public class Headers {
    public String get(String name) {
        return null;
    }
}
