// 21, 24, 24-desugared, 26: java.util.concurrent.CompletableFuture java.util.concurrent.CompletableFuture.failedFuture(Throwable)
import java.util.concurrent.*;
class FailsFuture {
    Object call(Throwable reason) { return CompletableFuture.failedFuture(reason); }
}
