package dev.holdfast.it.reflectionfree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.event.AttemptEvent;
import dev.holdfast.runtime.event.ResilienceListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/**
 * Virtual threads wait in a client without their carriers: none is pinned. A compiler for Java 17 does not know such threads, so
 * they are made by reflection, and what runs here is what was compiled for 17.
 */
@EnabledForJreRange(min = JRE.JAVA_21)
@Timeout(120)
class VirtualThreadsTest {

    private static final int THREADS = 100_000;

    private static final int WARM_UP = 5_000;

    /** Shorter than nearly all of the client's waits. */
    private static final Duration NOTICEABLE = Duration.ofMillis(1);

    private static final String PINNED = "jdk.VirtualThreadPinned";

    @TempDir
    private Path temp;

    @Test
    void aHundredThousandOfThemWaitAndRetryWithNoCarrierPinned() throws Exception {
        // Loading a class pins for a moment, whoever does it.
        callAtOnce(WARM_UP, Holdfast.defaults());
        Retries retries = new Retries();
        Holdfast holdfast = Holdfast.builder().listener(retries).build();

        List<RecordedEvent> pinned = pinnedWhile(() -> callAtOnce(THREADS, holdfast));

        assertThat(retries.count).hasValue(THREADS + THREADS / UnsteadyQuotes.BUSY_EVERY);
        assertThat(pinned).isEmpty();
    }

    @Test
    void onePinnedCarrierWouldBeSeen() throws Exception {
        List<RecordedEvent> pinned =
                pinnedWhile(() -> submit(ParksInItsInitializer::touch).get());

        assertThat(pinned)
                .isNotEmpty()
                .allMatch(event -> event.getStackTrace().toString().contains(ParksInItsInitializer.class.getName()));
    }

    private static @Nullable Void callAtOnce(int threads, Holdfast holdfast) throws Exception {
        UnsteadyQuotes service = new UnsteadyQuotes(threads);
        QuoteClient client = new ResilientQuoteClient(service, holdfast);
        List<Future<String>> quotes = new ArrayList<>(threads);
        for (int i = 0; i < threads; i++) {
            String share = Integer.toString(i);
            quotes.add(submit(() -> client.quote(share)));
        }
        for (int i = 0; i < threads; i++) {
            assertThat(quotes.get(i).get()).isEqualTo(i + " at today's price");
        }
        assertThat(service.mostAtOnce()).isBetween(100, 500);
        return null;
    }

    private static <T> Future<T> submit(Callable<T> task) {
        return Threads.VIRTUAL.submit(task);
    }

    private List<RecordedEvent> pinnedWhile(Callable<?> work) throws Exception {
        Path file = temp.resolve("pinned.jfr");
        try (Recording recording = new Recording()) {
            recording.enable(PINNED).withThreshold(NOTICEABLE).withStackTrace();
            recording.start();
            work.call();
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file);
    }

    /** Loaded only where there are virtual threads. */
    private static final class Threads {

        static final ExecutorService VIRTUAL = virtual();

        private static ExecutorService virtual() {
            try {
                return (ExecutorService) Executors.class
                        .getMethod("newVirtualThreadPerTaskExecutor")
                        .invoke(null);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** Counts waits before a next attempt. */
    private static final class Retries implements ResilienceListener {

        private final AtomicInteger count = new AtomicInteger();

        @Override
        public void onRetry(AttemptEvent event) {
            count.incrementAndGet();
        }
    }

    /** A class initializer is called by native code, whose frame no virtual thread can take along. */
    private static final class ParksInItsInitializer {

        static {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }

        static String touch() {
            return "initialized";
        }
    }
}
