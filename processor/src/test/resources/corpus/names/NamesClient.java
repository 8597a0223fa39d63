package names;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import house.BusyException;
import java.util.List;

/** Parameters and methods called whatever the generated code might call its own. */
@CircuitBreaker(failureThreshold = 1000)
@Backoff(baseDelay = "1ms")
@RateLimited(on = BusyException.class)
public interface NamesClient {

    String call(
            String request,
            String key,
            String java,
            String record,
            String delegate,
            String result,
            String failure,
            String permit,
            String attempt,
            String builder,
            String holdfast,
            String var,
            String _x,
            String $,
            String this_,
            String dev,
            String retry);

    int yield(int yield, int sealed, int permits, int when, int module, int open, int with, int to, int exports);

    String record(String result_, String failure_, String permit_, String attempt_);

    Object get(Object Holdfast, Object Permit, Object SyncGuard, Object Objects, Object RateLimitHint, Object String);

    long self(long self, long call, long Self, long __, long $$, long $L, long a$b);

    void begin(String begin);

    void begin();

    boolean succeeded(String succeeded);

    boolean failed(int attempt, Throwable failure);

    boolean accepts(boolean accepts);

    boolean refused(boolean refused);

    NamesClient build();

    String builder();

    String holdfast(String holdfast);

    String circuitBreaker();

    String backoff(String backoff);

    String rateLimiter(String... rateLimiter);

    String delegate();

    void var(int var);

    void permit();

    void attempt();

    void result();

    void failure();

    void java();

    void dev();

    void $();

    void _x(int _x);

    void BUSY_EXCEPTION(List<String> BUSY_EXCEPTION);

    void busyException();

    void NamesClient();

    void main(String[] args);

    void toString(int radix);
}
