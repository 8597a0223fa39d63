package dev.holdfast.examples.patterns;

import static dev.holdfast.testing.HoldfastAssertions.assertThat;
import static dev.holdfast.testing.Step.always;
import static dev.holdfast.testing.Step.delay;
import static dev.holdfast.testing.Step.fail;
import static dev.holdfast.testing.Step.ok;
import static dev.holdfast.testing.Step.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.testing.HoldfastTest;
import dev.holdfast.testing.RecordingListener;
import dev.holdfast.testing.Script;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The patterns do what {@code docs/patterns.md} says, in virtual time. */
@HoldfastTest
class PatternsTest {

    private static final IOException DOWN = new IOException("down");

    @Test
    void aCacheAnswersWhileTheShopIsDown(Holdfast holdfast, RecordingListener recorded) throws IOException {
        Script<CatalogClient> script =
                Script.of(CatalogClient.class, ok(List.of("ladder", "rope")), always(fail(DOWN)));
        CatalogClient shop = script.client();
        CatalogCache cache = new CatalogCache();
        CatalogClient client = new ResilientCatalogClient(cache.remembering(shop), cache, holdfast);

        for (int call = 0; call < 11; call++) {
            assertThat(client.products("climbing")).containsExactly("ladder", "rope");
        }
        assertThat(recorded.calls().first()).succeeded();
        assertThat(recorded.calls().last()).fellBack().afterAttempts(0).rejectedBy("CatalogClient");
        assertThatThrownBy(() -> client.products("sailing"))
                .hasMessage("never seen: sailing")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .as("why the cache was asked")
                        .singleElement()
                        .isInstanceOf(CircuitOpenException.class));
        assertThat(script.calls()).as("before the breaker opened").hasSize(4);
    }

    @Test
    void eachAttemptMayTakeLonger(Holdfast holdfast, VirtualTime time, RecordingListener recorded) throws IOException {
        Script<ReportClient> slow = Script.of(
                        ReportClient.class,
                        delay("11s", ok("late")),
                        delay("16s", ok("late")),
                        delay("19s", ok("report of May")),
                        times(3, delay("30s", ok("late"))))
                .in(time);
        ReportClient client = new ResilientReportClient(slow.client(), holdfast);

        assertThat(client.report("May")).isEqualTo("report of May");
        assertThatThrownBy(() -> client.report("June")).isInstanceOf(CallTimeoutException.class);

        assertThat(recorded.calls().first()).succeeded().waited("1s", "2s").took("47s");
        assertThat(recorded.calls().last()).failed().took("48s");
    }

    @Test
    void twoClientsShareABreaker(Holdfast holdfast) {
        InvoiceClient invoices = new ResilientInvoiceClient(
                Script.of(InvoiceClient.class, times(3, fail(DOWN))).client(), holdfast);
        AccountClient accounts = new ResilientAccountClient(
                Script.of(AccountClient.class, ok(1L)).client(), holdfast);
        for (int call = 0; call < 3; call++) {
            assertThatThrownBy(() -> invoices.invoice("1")).isSameAs(DOWN);
        }
        assertThatThrownBy(() -> accounts.balance("x")).isInstanceOf(CircuitOpenException.class);
    }
}
