package dev.holdfast.it.injection.shop;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** What needs the client, and says nothing of protection. Its name comes before those of the clients. */
@Singleton
final class Basket {

    final ShopClient client;

    @Inject
    Basket(ShopClient client) {
        this.client = client;
    }
}
