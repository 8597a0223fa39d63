// 21, 24: java.time.Instant java.time.Instant.now()
class ReadsTime {
    Object call() { return java.time.Instant.now(); }
}
