package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
