package names;

import dev.holdfast.annotations.Backoff;

/** Methods named like those of Object, and some that are. */
@Backoff(baseDelay = "1ms")
public interface ObjectLike {

    void wait(String name);

    void wait(long millis, String why);

    int notify(int count);

    String notifyAll(String all);

    Object clone(Object a, int b, String c);

    ObjectLike clone();

    Class<?> getClass(int index);

    void finalize(int count);

    String toString(String format);

    int hashCode(Object of);

    boolean equals(ObjectLike other);

    boolean equals(Object one, Object two);

    @Override
    boolean equals(Object other);

    @Override
    int hashCode();

    @Override
    String toString();
}
