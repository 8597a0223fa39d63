package golden.names;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import java.util.List;

/** Whatever a user may call things, the generated class must mean the right ones. */
@CircuitBreaker
@Backoff(deadline = "1m")
public interface Odd {

    String delegate(String delegate, String holdfast);

    Permit permit(Permit permit, int attempt, long deadline);

    String result(String failure, String permit, String result);

    Builder builder(Builder builder);

    String build(String build);

    String get(String key);

    String get(String key, int depth);

    String get(List<String> keys, int[]... depths);

    String circuitBreaker(Override builder);

    @CircuitBreaker
    void backoff();

    interface Permit {}

    interface Builder {}
}
