package dev.holdfast.it.injection;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.name.Names;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.testing.VirtualTime;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

class GuiceTest {

    private static final class Clients extends AbstractModule {
        @Override
        protected void configure() {
            bind(ShopClient.class).annotatedWith(Names.named("unprotected")).to(HttpShopClient.class);
            bind(ShopClient.class).to(ResilientShopClient.class);
        }
    }

    /** Dagger sees it too, and takes no private one. */
    static final class Basket {

        final ShopClient client;

        @Inject
        Basket(ShopClient client) {
            this.client = client;
        }
    }

    @Test
    void theProtectedClientIsInjected() throws Exception {
        Injector injector = Guice.createInjector(new Clients());
        ShopClient client = injector.getInstance(Basket.class).client;
        assertThat(client).isInstanceOf(ResilientShopClient.class);
        assertThat(client.article("1")).isEqualTo("article 1");
    }

    /** Else each would have a breaker of its own. */
    @Test
    void allHaveTheSameClient() {
        Injector injector = Guice.createInjector(new Clients());
        assertThat(injector.getInstance(Basket.class).client).isSameAs(injector.getInstance(Basket.class).client);
        assertThat(injector.getInstance(Key.get(ShopClient.class, Names.named("unprotected"))))
                .isInstanceOf(HttpShopClient.class);
    }

    @Test
    void aContextIsInjectedToo() throws Exception {
        VirtualTime time = new VirtualTime();
        Holdfast holdfast = time.holdfast().build();
        Injector injector = Guice.createInjector(new AbstractModule() {
            @Override
            protected void configure() {
                bind(PriceClient.class)
                        .annotatedWith(Names.named("unprotected"))
                        .to(HttpShopClient.class);
                bind(PriceClient.class).to(ResilientPriceClient.class);
                bind(Holdfast.class).toInstance(holdfast);
            }
        });
        assertThat(injector.getInstance(PriceClient.class).article("1")).isEqualTo("article 1");
        assertThat(time.sleeps()).hasSize(1);
    }
}
