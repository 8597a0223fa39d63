package dev.holdfast.it.injection.micronaut;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

@Factory
final class Clients {

    @Singleton
    @Named("unprotected")
    ShopClient shop() {
        return new HttpShopClient();
    }
}
