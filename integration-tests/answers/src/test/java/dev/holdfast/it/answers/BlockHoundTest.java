package dev.holdfast.it.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.BulkheadFullException;
import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.Holdfast;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.blockhound.BlockHound;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** No thread of Reactor's is blocked: subscribers, attempts, answers and the waits that they lead to are all there. */
@Timeout(60)
class BlockHoundTest {

    private static final Reply GOOD = new Reply(200);

    private final Scheduler reactor = Schedulers.newParallel("reactor", 1);
    private final Upstream upstream = new Upstream();
    /** Attempts begin and end on a thread of Reactor's too. */
    private final Holdfast holdfast =
            Holdfast.builder().executor(reactor::schedule).build();

    @BeforeAll
    static void watch() {
        BlockHound.install();
    }

    @AfterEach
    void stop() {
        holdfast.close();
        reactor.dispose();
    }

    /** Makes a call there. */
    private CompletableFuture<Reply> call(Supplier<Mono<Reply>> call) {
        return Mono.defer(call).subscribeOn(reactor).toFuture();
    }

    private static Throwable failure(CompletableFuture<?> call) throws Exception {
        try {
            return new AssertionError("was " + call.get(20, TimeUnit.SECONDS));
        } catch (ExecutionException failed) {
            return failed.getCause();
        }
    }

    @Test
    void aBlockedThreadWouldBeFound() throws Exception {
        FutureTask<Void> sleeping = new FutureTask<>(() -> {
            Thread.sleep(1);
            return null;
        });
        reactor.schedule(sleeping);
        assertThat(failure(CompletableFuture.supplyAsync(() -> {
                    try {
                        return sleeping.get();
                    } catch (Exception failed) {
                        throw new IllegalStateException(failed.getCause());
                    }
                })))
                .hasCauseInstanceOf(BlockingOperationError.class);
    }

    @Test
    void waitsBetweenAttempts() throws Exception {
        upstream.then(new IOException("1")).then(new IOException("2")).then(GOOD);
        ResilientRetriedApi client = new ResilientRetriedApi(upstream, holdfast);
        assertThat(call(client::mono).get(20, TimeUnit.SECONDS)).isEqualTo(GOOD);
        assertThat(upstream.attempts).hasSize(3);
    }

    @Test
    void waitsForAServer() throws Exception {
        upstream.then(new AnswerException(429)).then(GOOD);
        ResilientRetriedApi client = new ResilientRetriedApi(upstream, holdfast);
        assertThat(call(client::mono).get(20, TimeUnit.SECONDS)).isEqualTo(GOOD);
    }

    @Test
    void rejections() throws Exception {
        upstream.then(new IOException("1")).then(new IOException("2"));
        ResilientFragileApi client = new ResilientFragileApi(upstream, holdfast);
        assertThat(failure(call(client::mono))).isInstanceOf(IOException.class);
        assertThat(failure(call(client::mono))).isInstanceOf(CircuitOpenException.class);
    }

    @Test
    void timeLimits() throws Exception {
        ResilientTimedApi client = new ResilientTimedApi(upstream, holdfast);
        upstream.then(() -> {}).then(GOOD);
        assertThat(call(client::mono).get(20, TimeUnit.SECONDS)).isEqualTo(GOOD);
        assertThat(upstream.attempts).hasSize(2);
    }

    @Test
    void queues() throws Exception {
        ResilientQueuedApi client = new ResilientQueuedApi(upstream, holdfast);
        upstream.then(() -> {}).then(GOOD);
        CompletableFuture<Reply> first = call(client::mono);
        CompletableFuture<Reply> second = call(client::mono);
        // After both calls, for there is one thread.
        Mono.fromRunnable(() -> upstream.attempts.get(0).complete(GOOD))
                .subscribeOn(reactor)
                .subscribe();
        assertThat(List.of(first.get(20, TimeUnit.SECONDS), second.get(20, TimeUnit.SECONDS)))
                .containsExactly(GOOD, GOOD);
    }

    @Test
    void aQueueThatIsTooSlow() throws Exception {
        ResilientQueuedApi client = new ResilientQueuedApi(upstream, holdfast);
        call(client::mono);
        CompletableFuture<Reply> second = call(client::mono);
        assertThat(failure(second.orTimeout(20, TimeUnit.SECONDS))).isInstanceOf(BulkheadFullException.class);
    }

    @Test
    void cancelling() throws Exception {
        upstream.then(new IOException("1"));
        ResilientRetriedApi client = new ResilientRetriedApi(upstream, holdfast);
        Mono<Reply> impatient = client.mono().take(Duration.ofMillis(50), reactor);
        assertThat(call(() -> impatient).get(20, TimeUnit.SECONDS)).isNull();
        assertThat(upstream.attempts).hasSize(1);
    }
}
