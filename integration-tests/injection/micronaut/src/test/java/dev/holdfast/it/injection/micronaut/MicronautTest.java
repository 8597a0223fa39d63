package dev.holdfast.it.injection.micronaut;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.Test;

class MicronautTest {

    @Test
    void theProtectedClientIsInjected() throws Exception {
        try (ApplicationContext context = ApplicationContext.run()) {
            ShopClient client = context.getBean(Basket.class).client;
            assertThat(client).isInstanceOf(ResilientShopClient.class).isSameAs(context.getBean(ShopClient.class));
            assertThat(client.article("1")).isEqualTo("article 1");
        }
    }
}
