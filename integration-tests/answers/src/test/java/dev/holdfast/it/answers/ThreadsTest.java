package dev.holdfast.it.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.Holdfast;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In real time: a wait blocks no caller, and leaves no thread behind. */
@Timeout(60)
class ThreadsTest {

    static List<Kind> later() {
        return Kind.LATER;
    }

    @ParameterizedTest
    @MethodSource("later")
    void noThreadIsBlockedOrLeft(Kind kind) throws InterruptedException {
        Upstream upstream = new Upstream().then(new IOException("1")).then(new Reply(200));
        try (Holdfast holdfast = Holdfast.builder().build()) {
            Subscription call = kind.call(new ResilientRetriedApi(upstream, holdfast));
            while (call.ends == 0) {
                Thread.sleep(1);
            }
            assertThat(call.failure).isNull();
            assertThat(call.thread).isNotSameAs(Thread.currentThread());
        }
        while (Thread.getAllStackTraces().keySet().stream()
                .anyMatch(each -> each.isAlive() && each.getName().startsWith("holdfast"))) {
            Thread.sleep(1);
        }
    }
}
