package dev.holdfast.jfr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.event.AttemptEnd;
import dev.holdfast.runtime.event.CallEnd;
import dev.holdfast.runtime.event.CallInfo;
import dev.holdfast.runtime.event.Outcome;
import dev.holdfast.runtime.event.RejectedEvent;
import dev.holdfast.testing.VirtualTime;
import dev.holdfast.testkit.Reply;
import dev.holdfast.testkit.ScriptedServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jfr.EventType;
import jdk.jfr.Recording;
import jdk.jfr.Timespan;
import jdk.jfr.ValueDescriptor;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a real recording shows of calls to a server on loopback. */
@Timeout(60)
class HoldfastRecorderTest {

    private final VirtualTime time = new VirtualTime();
    private final Holdfast holdfast =
            time.holdfast().listener(HoldfastRecorder.create()).build();

    @TempDir
    private Path directory;

    private ScriptedServer server;
    private CatalogClient client;

    private interface Step {
        void run() throws Exception;
    }

    private static final class Call implements CallInfo {

        private final Map<Object, Object> attachments = new HashMap<>();

        @Override
        public String client() {
            return "CatalogClient";
        }

        @Override
        public String method() {
            return "find";
        }

        @Override
        public String call() {
            return "CatalogClient.find";
        }

        @Override
        public @Nullable Object attachment(Object key) {
            return attachments.get(key);
        }

        @Override
        public void attach(Object key, Object value) {
            attachments.put(key, value);
        }
    }

    @BeforeEach
    void listen() throws IOException {
        server = new ScriptedServer();
        client = new ResilientCatalogClient(new HttpCatalogClient(server.uri()), holdfast);
    }

    @AfterEach
    void close() throws IOException {
        holdfast.close();
        server.close();
    }

    private List<RecordedEvent> record(Step step) throws Exception {
        return record(step, recording -> {});
    }

    private List<RecordedEvent> record(Step step, Consumer<Recording> settings) throws Exception {
        try (Recording recording = new Recording()) {
            settings.accept(recording);
            recording.start();
            step.run();
            recording.stop();
            Path file = directory.resolve("recording.jfr");
            recording.dump(file);
            return RecordingFile.readAllEvents(file).stream()
                    .filter(event -> event.getEventType().getName().startsWith("dev.holdfast."))
                    .toList();
        }
    }

    private static List<RecordedEvent> of(String kind, List<RecordedEvent> events) {
        return events.stream()
                .filter(event -> event.getEventType().getName().equals("dev.holdfast." + kind))
                .toList();
    }

    private void aBadDay() throws Exception {
        client.find("tea");
        server.then(Reply.tooManyRequests("2"));
        client.find("tea");
        server.then(Reply.breakOff());
        client.find("tea");
        server.then(Reply.unavailable("1"), Reply.unavailable("2"), Reply.unavailable("3"), Reply.unavailable("4"));
        client.find("tea");
        client.find("tea");
        assertThatThrownBy(() -> client.find("tea")).isInstanceOf(CircuitOpenException.class);
        time.advance(Duration.ofSeconds(61));
        client.find("tea");
        client.find("tea");
    }

    @Test
    void eventsAreAsManyAsTheServerAndTheCallerHaveSeen() throws Exception {
        List<RecordedEvent> events = record(this::aBadDay);

        assertThat(of("Attempt", events)).hasSize(server.requests().size());
        assertThat(of("Call", events).stream()
                        .collect(Collectors.groupingBy(event -> event.getString("outcome"), Collectors.counting())))
                .isEqualTo(Map.of("SUCCESS", 5L, "FAILURE", 2L, "REJECTED", 1L));
        assertThat(of("Retry", events)).hasSize(4);
        assertThat(of("StateChange", events).stream()
                        .map(event ->
                                event.getString("from") + " " + event.getString("to") + " " + event.getString("reason"))
                        .toList())
                .containsExactly(
                        "CLOSED OPEN FAILURES_IN_A_ROW",
                        "OPEN HALF_OPEN RECOVERY_TIME_OVER",
                        "HALF_OPEN CLOSED PROBES_SUCCEEDED");
        assertThat(of("Rejection", events)).hasSize(1);
        assertThat(of("Hold", events)).hasSize(1);
    }

    @Test
    void fieldsTellWhatHappened() throws Exception {
        List<RecordedEvent> events = record(this::aBadDay);

        assertThat(events).filteredOn(event -> event.hasField("client")).allSatisfy(event -> {
            assertThat(event.getString("client")).isEqualTo("CatalogClient");
            assertThat(event.getString("method")).isEqualTo("find");
        });
        RecordedEvent failed = of("Attempt", events).get(5);
        assertThat(failed.getInt("status")).isEqualTo(503);
        assertThat(failed.getInt("attempt")).isOne();
        assertThat(failed.getBoolean("retried")).isTrue();
        assertThat(of("Attempt", events).get(3).getString("errorType")).isEqualTo("java.io.IOException");
        RecordedEvent second = of("Retry", events).get(3);
        assertThat(second.getDuration("delay")).isEqualTo(Duration.ofMillis(400));
        assertThat(second.getInt("attempt")).isEqualTo(2);
        assertThat(of("Call", events).get(3).getInt("attempts")).isEqualTo(3);
        RecordedEvent rejection = of("Rejection", events).get(0);
        assertThat(rejection.getString("policy")).isEqualTo("CatalogClient");
        assertThat(rejection.getString("errorType")).isEqualTo("dev.holdfast.runtime.CircuitOpenException");
        assertThat(rejection.getDuration("retryAfter")).isEqualTo(Duration.ofSeconds(60));
        RecordedEvent hold = of("Hold", events).get(0);
        assertThat(hold.getString("limiter")).isEqualTo("CatalogClient");
        assertThat(hold.getDuration("length")).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void anAttemptIsWithinItsCall() throws Exception {
        List<RecordedEvent> events = record(() -> client.find("tea"));

        RecordedEvent call = of("Call", events).get(0);
        RecordedEvent attempt = of("Attempt", events).get(0);
        assertThat(attempt.getDuration()).isPositive().isLessThanOrEqualTo(call.getDuration());
        assertThat(attempt.getStartTime()).isBetween(call.getStartTime(), call.getEndTime());
        assertThat(call.getThread().getJavaName())
                .isEqualTo(Thread.currentThread().getName());
        assertThat(call.getStackTrace()).isNull();
    }

    @Test
    void asynchronousCallsAreRecordedAlike() throws Exception {
        server.then(Reply.unavailable("no"));
        List<RecordedEvent> events = record(() -> {
            CompletableFuture<HttpResponse<String>> answer =
                    client.findLater("tea").toCompletableFuture();
            while (!answer.isDone()) {
                time.drain();
                Thread.onSpinWait();
            }
        });

        assertThat(of("Call", events)).hasSize(1).allMatch(call -> call.getInt("attempts") == 2);
        assertThat(of("Attempt", events)).hasSize(2);
        assertThat(of("Retry", events)).hasSize(1);
    }

    @Test
    void aKindThatIsDisabledIsLeftOut() throws Exception {
        server.then(Reply.unavailable("no"));
        List<RecordedEvent> events = record(() -> client.find("tea"), recording -> {
            recording.disable("dev.holdfast.Attempt");
            recording.disable("dev.holdfast.Retry");
        });

        assertThat(events).hasSize(1).isEqualTo(of("Call", events));
    }

    @Test
    void aThresholdLeavesShortOnesOut() throws Exception {
        List<RecordedEvent> events = record(
                () -> client.find("tea"),
                recording -> recording.setSettings(Map.of("dev.holdfast.Call#threshold", "1 h")));

        assertThat(events).hasSize(1).isEqualTo(of("Attempt", events));
    }

    @Test
    void allHaveACategoryLabelsAndUnits() throws Exception {
        List<EventType> types = record(this::aBadDay).stream()
                .map(RecordedEvent::getEventType)
                .distinct()
                .toList();

        assertThat(types).hasSize(6).allSatisfy(type -> {
            assertThat(type.getCategoryNames()).containsExactly("Holdfast");
            assertThat(type.getLabel()).isNotBlank();
            assertThat(type.getDescription()).isNotBlank();
            assertThat(type.getFields())
                    .allSatisfy(field ->
                            assertThat(field.getLabel()).as(field.getName()).isNotBlank());
        });
        assertThat(types.stream().flatMap(type -> type.getFields().stream()))
                .filteredOn(field -> List.of("delay", "retryAfter", "length").contains(field.getName()))
                .hasSize(3)
                .allSatisfy((ValueDescriptor field) ->
                        assertThat(field.getAnnotation(Timespan.class).value()).isEqualTo(Timespan.NANOSECONDS));
    }

    @Test
    void thePageHasAllEventsWithTheirFields() throws Exception {
        Map<String, List<String>> page = new HashMap<>();
        for (String line : Files.readAllLines(Path.of("../../docs/observability.md"))) {
            if (line.startsWith("| `dev.holdfast.")) {
                List<String> codes = Pattern.compile("`([^`]*)`")
                        .matcher(line)
                        .results()
                        .map(code -> code.group(1))
                        .toList();
                page.put(codes.get(0), codes.subList(1, codes.size()));
            }
        }
        Set<String> common = Set.of("startTime", "duration", "eventThread", "stackTrace");
        Map<String, List<String>> recorded = new HashMap<>();
        record(this::aBadDay)
                .forEach(event -> recorded.put(
                        event.getEventType().getName(),
                        event.getFields().stream()
                                .map(ValueDescriptor::getName)
                                .filter(name -> !common.contains(name))
                                .toList()));

        assertThat(page).isEqualTo(recorded);
    }

    @Test
    void anOverloadWithANestedTypeIsAMethodOfItsClient() throws Exception {
        HoldfastRecorder recorder = HoldfastRecorder.create();
        List<RecordedEvent> events = record(() -> recorder.onRejected(
                new RejectedEvent("Catalog.find(Map.Entry)", "catalog", 0, new CircuitOpenException("catalog", 0))));

        assertThat(of("Rejection", events)).singleElement().satisfies(event -> {
            assertThat(event.getString("client")).isEqualTo("Catalog");
            assertThat(event.getString("method")).isEqualTo("find(Map.Entry)");
        });
    }

    @Test
    void nothingIsMadeWithoutARecording() {
        HoldfastRecorder recorder = HoldfastRecorder.create();
        CallInfo call = new Call();
        AttemptEnd attempt = new AttemptEnd(call, 1, Outcome.SUCCESS, null, 0, 0, -1);
        CallEnd end = new CallEnd(call, 1, Outcome.SUCCESS, null, 0, 0);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = 0;
        for (int round = 0; round < 2; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 10_000; i++) {
                recorder.onCallBegun(call);
                recorder.onAttemptBegun(call, 1);
                recorder.onAttemptEnded(attempt);
                recorder.onCallEnded(end);
            }
            bytes = threads.getCurrentThreadAllocatedBytes() - before;
        }

        assertThat(bytes).as("bytes of 10,000 calls").isLessThan(10_000);
    }
}
