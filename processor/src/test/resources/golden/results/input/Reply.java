package golden.results;

final class Reply implements AutoCloseable {
    final int status;

    Reply(int status) {
        this.status = status;
    }

    @Override
    public void close() {}
}
