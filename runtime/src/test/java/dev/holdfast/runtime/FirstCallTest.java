package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.generated.BackoffSetup;
import dev.holdfast.runtime.generated.BreakerSetup;
import dev.holdfast.runtime.generated.ClientSetup;
import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.generated.LimiterSetup;
import dev.holdfast.runtime.generated.SyncGuard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The classes that a JVM loads for a first call: nearly all of its time. */
class FirstCallTest {

    /** Lower it when you can; what a success does not need belongs into a class that only a failure loads. */
    private static final int MOST = 30;

    @Test
    void aFirstCallWithRetriesABreakerAndARateLimitLoadsFewClasses() throws Exception {
        assertThat(classesLoadedBy(Success.class))
                .as("classes of Holdfast that a first call has loaded")
                .contains("dev.holdfast.runtime.generated.SyncGuard")
                .hasSizeLessThanOrEqualTo(MOST);
    }

    /** So that the figure above means something. */
    @Test
    void aFirstFailureLoadsMore() throws Exception {
        assertThat(classesLoadedBy(Failure.class)).hasSizeGreaterThan(MOST);
    }

    private static List<String> classesLoadedBy(Class<?> main) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:stdout",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        main.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        List<String> loaded = new ArrayList<>();
        for (String line : output.split("\n")) {
            int name = line.indexOf(" dev.holdfast.");
            if (name >= 0 && !line.contains(FirstCallTest.class.getName())) {
                loaded.add(line.substring(name + 1).split(" ")[0]);
            }
        }
        return loaded;
    }

    /** As generated code does it. */
    private static final class Client implements RateLimitHint<String> {

        private final SyncGuard get;

        Client(BackoffSetup retries) {
            ClientSetup setup = ClientSetup.of(null, "Client");
            ExponentialBackoff backoff = retries.build(setup, null);
            RateLimiter limiter = LimiterSetup.create().name("Client").build(setup, null);
            CircuitBreaker breaker = BreakerSetup.create().name("Client").build(setup, null);
            this.get = GuardSetup.of("Client.get")
                    .backoff(backoff)
                    .rateLimiter(limiter)
                    .circuitBreaker(breaker)
                    .result(this)
                    .sync(setup);
            setup.refuseUnknownKeys();
        }

        String get(String result) {
            Permit permit = get.begin();
            int status = get.status(this, result);
            if (get.accepts(permit, status)) {
                return result;
            }
            if (get.refused(permit, 1, status, result) == null) {
                throw new AssertionError("no further attempt");
            }
            return result;
        }

        @Override
        public int status(String answer) {
            return Integer.parseInt(answer);
        }
    }

    static final class Success {

        private Success() {}

        public static void main(String[] arguments) {
            new Client(BackoffSetup.create()).get("200");
        }
    }

    static final class Failure {

        private Failure() {}

        public static void main(String[] arguments) {
            new Client(BackoffSetup.create().baseDelayNanos(0)).get("503");
        }
    }
}
