// 21, 24, 24-desugared, 26: java.util.concurrent.Executor java.util.concurrent.CompletableFuture.delayedExecutor(long, java.util.concurrent.TimeUnit)
import java.util.concurrent.*;
class Delays {
    Object call() { return CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS); }
}
