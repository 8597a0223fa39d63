// 21: java.util.concurrent.CompletableFuture
import java.util.concurrent.*;
class Completes {
    Object call() { return new CompletableFuture<String>(); }
}
