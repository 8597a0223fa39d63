package dev.holdfast.it.injection.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.avaje.inject.BeanScope;
import org.junit.jupiter.api.Test;

class AvajeTest {

    @Test
    void theProtectedClientIsInjected() throws Exception {
        try (BeanScope scope = BeanScope.builder().build()) {
            ShopClient client = scope.get(Basket.class).client;
            assertThat(client).isInstanceOf(ResilientShopClient.class).isSameAs(scope.get(ShopClient.class));
            assertThat(client.article("1")).isEqualTo("article 1");
        }
    }
}
