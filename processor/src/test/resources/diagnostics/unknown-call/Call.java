package retrofit2;

public interface Call<T> extends Cloneable {
    Object execute() throws java.io.IOException;

    void enqueue(Object callback);

    boolean isExecuted();

    void cancel();

    boolean isCanceled();

    Call<T> clone();

    void another();
}
