package dev.holdfast.it.injection.shop;

import io.avaje.inject.Bean;
import io.avaje.inject.Factory;
import jakarta.inject.Named;

@Factory
final class Clients {

    @Bean
    @Named("unprotected")
    ShopClient shop() {
        return new HttpShopClient();
    }
}
