// 21, 24, 24-desugared, 26: java.util.concurrent.CompletableFuture java.util.concurrent.CompletableFuture.orTimeout(long, java.util.concurrent.TimeUnit)
import java.util.concurrent.*;
class TimesOut {
    Object call(CompletableFuture<String> future) { return future.orTimeout(1, TimeUnit.SECONDS); }
}
