package dev.holdfast.it.injection;

import static org.assertj.core.api.Assertions.assertThat;

import dagger.Binds;
import dagger.Component;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.junit.jupiter.api.Test;

/** Dagger's processor runs beside Holdfast's, and needs a class that is not there when it begins. */
class DaggerTest {

    @Module
    interface Clients {

        @Provides
        @Singleton
        @Named("unprotected")
        static ShopClient shop() {
            return new HttpShopClient();
        }

        @Binds
        ShopClient protectedShop(ResilientShopClient client);
    }

    @Module
    interface LegacyClients {

        @Provides
        @javax.inject.Named("unprotected")
        static LegacyClient legacy() {
            return new HttpShopClient();
        }

        @Binds
        LegacyClient protectedLegacy(ResilientLegacyClient client);
    }

    @Singleton
    @Component(modules = Clients.class)
    interface Shop {

        Basket basket();

        @Named("unprotected")
        ShopClient unprotected();
    }

    /** Its scope is the older annotation too. */
    @javax.inject.Singleton
    @Component(modules = LegacyClients.class)
    interface LegacyShop {

        LegacyClient legacy();
    }

    static final class Basket {

        final ShopClient client;

        @Inject
        Basket(ShopClient client) {
            this.client = client;
        }
    }

    @Test
    void theProtectedClientIsInjected() throws Exception {
        Shop shop = DaggerDaggerTest_Shop.create();
        ShopClient client = shop.basket().client;
        assertThat(client).isInstanceOf(ResilientShopClient.class).isSameAs(shop.basket().client);
        assertThat(client.article("1")).isEqualTo("article 1");
        assertThat(shop.unprotected()).isInstanceOf(HttpShopClient.class);
    }

    @Test
    void soItIsWithTheOlderAnnotations() throws Exception {
        assertThat(DaggerDaggerTest_LegacyShop.create().legacy().article("1")).isEqualTo("article 1");
    }
}
