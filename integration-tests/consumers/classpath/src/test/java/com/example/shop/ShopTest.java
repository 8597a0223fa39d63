package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.catalogue.TooManyReadsException;
import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The library's annotations, read from its class files, and the shop's own. */
class ShopTest {

    private final FakeCatalogue fake = new FakeCatalogue();
    private final VirtualTime time = new VirtualTime();
    private final Holdfast holdfast = Holdfast.builder()
            .clock(time)
            .sleeper(time)
            .random(bound -> bound - 1)
            .build();
    private final ShopCatalogue catalogue = new ResilientShopCatalogue(fake, holdfast);

    @Test
    void theLibrarysRetriesHold() throws Exception {
        fake.failing(down(), down());

        assertThat(new Shop(fake, holdfast).buy("teapot", 3)).isEqualTo(90);

        assertThat(fake.calls()).containsExactly("find", "find", "find", "reserve");
        assertThat(time.sleeps()).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200));
    }

    @Test
    void aMethodOfTheLibraryHasItsOwnRetries() throws Exception {
        fake.failing(down());

        assertThat(catalogue.search("tea", "pot")).containsExactly(FakeCatalogue.TEAPOT);

        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(5));
    }

    @Test
    void anOverrideReplacesTheLibrarysRetries() throws Exception {
        fake.failing(down(), down(), down());

        assertThat(catalogue.stock(FakeCatalogue.TEAPOT)).isEqualTo(7);

        assertThat(time.sleeps()).extracting(Duration::toMillis).containsExactly(10L, 20L, 40L);
    }

    @Test
    void theLibrarysHintIsObeyed() throws Exception {
        fake.failing(new TooManyReadsException(20));

        assertThat(catalogue.find("teapot")).isSameAs(FakeCatalogue.TEAPOT);

        assertThat(time.sleeps())
                .singleElement()
                .satisfies(wait -> assertThat(wait).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(22)));
    }

    @Test
    void neitherHoldsForTheShopsOwnMethod() {
        IOException down = down();
        fake.failing(down);

        assertThatThrownBy(() -> catalogue.reserve(FakeCatalogue.TEAPOT, 1)).isSameAs(down);

        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void theShopsBreakerHoldsForTheLibrarysMethods() throws Exception {
        fake.failing(down(), down(), down(), down());
        assertThatThrownBy(() -> catalogue.find("teapot")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> catalogue.reserve(FakeCatalogue.TEAPOT, 1)).isInstanceOf(IOException.class);

        assertThatExceptionOfType(CircuitOpenException.class).isThrownBy(() -> catalogue.search("tea"));
        time.advance(Duration.ofSeconds(30));

        assertThat(catalogue.search("tea")).isEqualTo(List.of(FakeCatalogue.TEAPOT));
    }

    @Test
    void whatTheLibraryExemptsIsExempt() throws Exception {
        fake.failing(down(), down(), down(), down());
        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> catalogue.reserve(FakeCatalogue.TEAPOT, 1)).isInstanceOf(IOException.class);
        }

        assertThat(catalogue.version()).isEqualTo("1");
    }

    private static IOException down() {
        return new IOException("down");
    }
}
