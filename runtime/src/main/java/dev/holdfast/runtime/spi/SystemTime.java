package dev.holdfast.runtime.spi;

/** The system's clock. All clients read it, so it is apart from what only waits need. */
final class SystemTime implements Clock {

    static final SystemTime INSTANCE = new SystemTime();

    private SystemTime() {}

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public long currentTimeMillis() {
        return System.currentTimeMillis();
    }
}
