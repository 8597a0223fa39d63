package names;

import dev.holdfast.annotations.Backoff;

/** Object's protected method, public and with its checked exception. */
@Backoff(baseDelay = "1ms")
public interface Cloning<T> extends Cloneable {

    Object clone() throws CloneNotSupportedException;

    Object cloneOf(T t) throws CloneNotSupportedException;
}
