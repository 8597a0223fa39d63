package dev.holdfast.examples.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** The patterns do what {@code docs/patterns.md} says, in virtual time. */
class PatternsTest {

    private final VirtualTime time = new VirtualTime();
    private final Holdfast holdfast = time.holdfast().build();

    @Test
    void aCacheAnswersWhileTheShopIsDown() throws IOException {
        boolean[] down = new boolean[1];
        CatalogClient shop = category -> {
            if (down[0]) {
                throw new IOException("down");
            }
            return List.of("ladder", "rope");
        };
        CatalogCache cache = new CatalogCache();
        CatalogClient client = new ResilientCatalogClient(cache.remembering(shop), cache, holdfast);

        assertThat(client.products("climbing")).containsExactly("ladder", "rope");
        down[0] = true;
        for (int call = 0; call < 10; call++) {
            assertThat(client.products("climbing")).containsExactly("ladder", "rope");
        }
        assertThat(time.sleeps()).as("waits before the breaker opened").hasSizeLessThan(3);
        assertThatThrownBy(() -> client.products("sailing"))
                .hasMessage("never seen: sailing")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .as("why the cache was asked")
                        .singleElement()
                        .isInstanceOf(CircuitOpenException.class));
    }

    @Test
    void eachAttemptMayTakeLonger() throws IOException {
        Queue<Duration> takes =
                new ArrayDeque<>(List.of(Duration.ofSeconds(11), Duration.ofSeconds(16), Duration.ofSeconds(19)));
        ReportClient slow = month -> {
            try {
                time.sleep(takes.remove().toNanos());
            } catch (InterruptedException cut) {
                throw new IOException("cut", cut);
            }
            return "report of " + month;
        };
        ReportClient client = new ResilientReportClient(slow, holdfast);
        assertThat(client.report("May")).isEqualTo("report of May");
        takes.addAll(List.of(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(30)));
        assertThatThrownBy(() -> client.report("June")).isInstanceOf(CallTimeoutException.class);
    }

    @Test
    void twoClientsShareABreaker() {
        InvoiceClient invoices = new ResilientInvoiceClient(
                number -> {
                    throw new IOException("down");
                },
                holdfast);
        AccountClient accounts = new ResilientAccountClient(customer -> 1, holdfast);
        for (int call = 0; call < 3; call++) {
            assertThatThrownBy(() -> invoices.invoice("1")).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> accounts.balance("x")).isInstanceOf(CircuitOpenException.class);
    }
}
