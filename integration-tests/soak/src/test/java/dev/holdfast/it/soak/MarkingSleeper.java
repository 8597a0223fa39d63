package dev.holdfast.it.soak;

import dev.holdfast.runtime.spi.Sleeper;
import java.util.concurrent.CountDownLatch;

/** The system's, which marks the end of each wait. */
final class MarkingSleeper implements Sleeper {

    @Override
    public void sleep(long nanos) throws InterruptedException {
        Sleeper.system().sleep(nanos);
        Moment.mark();
    }

    @Override
    public boolean await(CountDownLatch latch, long nanos) throws InterruptedException {
        boolean open = Sleeper.system().await(latch, nanos);
        Moment.mark();
        return open;
    }
}
