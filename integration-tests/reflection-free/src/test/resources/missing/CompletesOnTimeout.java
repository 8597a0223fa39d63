// 21, 24, 24-desugared, 26: java.util.concurrent.CompletableFuture java.util.concurrent.CompletableFuture.completeOnTimeout(Object, long, java.util.concurrent.TimeUnit)
import java.util.concurrent.*;
class CompletesOnTimeout {
    Object call(CompletableFuture<String> future) { return future.completeOnTimeout("", 1, TimeUnit.SECONDS); }
}
