package dev.holdfast.it.injection.javax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.name.Names;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.testing.VirtualTime;
import javax.inject.Inject;
import org.junit.jupiter.api.Test;

/** Guice 5. */
class GuiceTest {

    private final VirtualTime time = new VirtualTime();

    private final class Clients extends AbstractModule {
        @Override
        protected void configure() {
            bind(Holdfast.class).toInstance(time.holdfast().build());
            bind(ShopClient.class).annotatedWith(Names.named("unprotected")).to(HttpShopClient.class);
            bind(ShopClient.class).to(ResilientShopClient.class);
            bind(Warehouse.class).annotatedWith(Names.named("unprotected")).toInstance(new Warehouse("north"));
            bind(Pieces.class).to(ResilientWarehouse.class);
        }
    }

    private static final class Basket {

        final ShopClient client;
        final Pieces pieces;

        @Inject
        Basket(ShopClient client, Pieces pieces) {
            this.client = client;
            this.pieces = pieces;
        }
    }

    @Test
    void theProtectedClientIsInjectedAndItIsOne() throws Exception {
        Injector injector = Guice.createInjector(new Clients());
        ShopClient client = injector.getInstance(Basket.class).client;
        assertThat(client).isInstanceOf(ResilientShopClient.class).isSameAs(injector.getInstance(ShopClient.class));
        assertThat(client.article("1")).isEqualTo("article 1");
        assertThat(time.sleeps()).hasSize(1);
    }

    @Test
    void aProtectedClassIsInjectedAsItsInterface() throws Exception {
        Injector injector = Guice.createInjector(new Clients());
        Pieces pieces = injector.getInstance(Basket.class).pieces;
        assertThat(pieces).isSameAs(injector.getInstance(ResilientWarehouse.class));
        assertThat(pieces.pieces("tea")).isEqualTo(3);
    }

    @Test
    void aMissingDelegateIsNamed() {
        assertThatThrownBy(() -> Guice.createInjector(new AbstractModule() {
                    @Override
                    protected void configure() {
                        bind(Holdfast.class).toInstance(time.holdfast().build());
                        bind(ShopClient.class).to(ResilientShopClient.class);
                    }
                }))
                .isInstanceOf(CreationException.class)
                .hasMessageContaining("unprotected");
    }
}
