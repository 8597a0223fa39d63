// 21: java.util.concurrent.ForkJoinPool java.util.concurrent.ForkJoinPool.commonPool()
class UsesCommonPool {
    Object call() { return java.util.concurrent.ForkJoinPool.commonPool(); }
}
