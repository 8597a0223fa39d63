package dev.holdfast.it.injection;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** CDI, as Weld does it. */
class CdiTest {

    @ApplicationScoped
    static class Clients {

        @Produces
        @ApplicationScoped
        @Unprotected
        StockClient stock() {
            return new HttpShopClient();
        }
    }

    @Dependent
    static class Basket {

        final StockClient client;

        @Inject
        Basket(StockClient client) {
            this.client = client;
        }
    }

    @Test
    void theProtectedClientIsInjected() throws Exception {
        try (SeContainer container = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addBeanClasses(Clients.class, Basket.class, ResilientStockClient.class)
                .initialize()) {
            StockClient client = container.select(Basket.class).get().client;
            assertThat(client)
                    .isInstanceOf(ResilientStockClient.class)
                    .isSameAs(container.select(Basket.class).get().client);
            assertThat(client.article("1")).isEqualTo("article 1");
        }
    }
}
