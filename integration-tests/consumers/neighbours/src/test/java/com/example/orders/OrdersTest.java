package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.DURATION;

import dev.holdfast.runtime.Holdfast;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What all four processors wrote, working together. */
class OrdersTest {

    private final VirtualTime time = new VirtualTime();
    private final Holdfast holdfast = Holdfast.builder()
            .clock(time)
            .sleeper(time)
            .random(bound -> bound - 1)
            .build();

    @Test
    void theirClassesGoThroughOurs() throws Exception {
        OrdersClient orders = new ResilientOrdersClient(new StoredOrders(), holdfast);

        Order order = orders.place(Order.builder().customer("ann").total(30));

        assertThat(order).isEqualTo(new Order("order-1", "ann", 30));
        assertThat(orders.of("ann")).containsExactly(order);
        assertThat(orders.pay(order))
                .isEqualTo(Receipt.of("order-1", 30))
                .hasToString("Receipt{order=order-1, paid=30}");
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void aClientThatNamesTheirClassesRetries() throws Exception {
        FlakyLedger flaky = new FlakyLedger();
        LedgerClient ledger = new ResilientLedgerClient(flaky, holdfast);
        AutoValue_Receipt receipt = new AutoValue_Receipt("order-1", 30);

        ledger.book(receipt);

        assertThat(flaky.booked).hasSize(2).allSatisfy(each -> assertThat(each).isSameAs(receipt));
        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(1));
        assertThat(ledger.mapper().toOrder(new OrderRow("order-1", "ann", 30)))
                .isEqualTo(new Order("order-1", "ann", 30));
    }

    /** A status that says that trying again is of no use, and one that says when it is. */
    @Test
    void whatLombokWritesIsReadWhereOurProcessorRunsFirst() throws Exception {
        List<String> asked = new ArrayList<>();
        StockClient stock = new ResilientStockClient(
                article -> {
                    asked.add(article);
                    if (article.equals("gone")) {
                        throw new StockException(404, Map.of());
                    }
                    if (asked.size() % 2 == 0) {
                        throw new StockException(429, Map.of("Retry-After", "7"));
                    }
                    return 12;
                },
                holdfast);

        assertThatThrownBy(() -> stock.count("gone")).isInstanceOf(StockException.class);
        assertThat(asked).hasSize(1);
        assertThat(time.sleeps()).isEmpty();

        assertThat(stock.count("chair")).isEqualTo(12);
        assertThat(asked).hasSize(3);
        assertThat(time.sleeps()).singleElement(DURATION).isGreaterThanOrEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void aPredicateIsMadeByTheConstructorThatLombokWrites() throws Exception {
        List<Integer> counts = new ArrayList<>(List.of(-1, 3));
        StockClient stock = new ResilientStockClient(article -> counts.remove(0), holdfast);

        assertThat(stock.count("chair")).isEqualTo(3);
    }

    @Test
    void whatLombokWritesIsReadWhereItRunsFirst() {
        List<String> sent = new ArrayList<>();
        ReturnsClient returns = new ResilientReturnsClient(
                article -> {
                    sent.add(article);
                    throw new ReturnException(article.equals("gone") ? 404 : 503);
                },
                holdfast);

        assertThatThrownBy(() -> returns.send("gone")).isInstanceOf(ReturnException.class);
        assertThat(sent).hasSize(1);
        assertThatThrownBy(() -> returns.send("chair")).isInstanceOf(ReturnException.class);
        assertThat(sent).hasSize(3);
    }

    /** Fails the first time. */
    private static final class FlakyLedger implements LedgerClient {

        private final List<Receipt> booked = new ArrayList<>();

        @Override
        public void book(AutoValue_Receipt receipt) throws IOException {
            booked.add(receipt);
            if (booked.size() == 1) {
                throw new IOException("down");
            }
        }

        @Override
        public OrderMapperImpl mapper() {
            return new OrderMapperImpl();
        }
    }
}
