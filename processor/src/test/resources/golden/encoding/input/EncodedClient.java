package golden.encoding;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;

/** Written in ASCII, so that compilers read it the same with every encoding. */
@Backoff
public interface EncodedClient<Gr\u00f6\u00dfe> {

    @CircuitBreaker(name = "\u00e9", failureThreshold = 1)
    String one();

    @CircuitBreaker(name = "\u4e2d", failureThreshold = 1)
    Gr\u00f6\u00dfe two(Gr\u00f6\u00dfe stra\u00dfe);

    @CircuitBreaker(name = "a\u2028b\u2029c\u0085d \\\u00e9 \\\\u0041 \uD83D\uDE00 \0\t\n\013\f\r\33\u001a\177\"")
    void \u0438\u043c\u044f();

    @Deprecated(since = "\u2028\\\u00df\0011")
    void \u00fcber();
}
