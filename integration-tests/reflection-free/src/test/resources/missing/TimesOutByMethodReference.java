// 21, 24, 24-desugared, 26: java.util.concurrent.CompletableFuture java.util.concurrent.CompletableFuture.orTimeout(long, java.util.concurrent.TimeUnit)
import java.util.concurrent.*;
class TimesOutByMethodReference {
    interface Limit { Object set(long time, TimeUnit unit); } Limit call(CompletableFuture<String> future) { return future::orTimeout; }
}
