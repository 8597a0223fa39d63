package com.example.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A protected client in a named module, run on the module path. */
class WeatherTest {

    private final VirtualTime time = new VirtualTime();
    private final Holdfast holdfast = Holdfast.builder()
            .clock(time)
            .sleeper(time)
            .random(bound -> bound - 1)
            .build();

    private int failures;

    @Test
    void theGeneratedClassIsInTheModule() {
        Module module = ResilientWeatherClient.class.getModule();

        assertThat(module.getName()).isEqualTo("com.example.weather");
        assertThat(module.getDescriptor().requires())
                .extracting(ModuleDescriptor.Requires::name)
                .containsExactlyInAnyOrder("java.base", "dev.holdfast.runtime");
    }

    @Test
    void itRetries() throws Exception {
        failures = 2;

        assertThat(Weather.protect(new Flaky(), holdfast).today("Rome")).isEqualTo("sunny in Rome");

        assertThat(time.sleeps()).containsExactly(Duration.ofMillis(200), Duration.ofMillis(400));
    }

    @Test
    void itOpensItsBreaker() {
        failures = 3;
        WeatherClient client = Weather.protect(new Flaky(), holdfast);
        assertThatThrownBy(() -> client.today("Rome")).isInstanceOf(IOException.class);

        assertThatExceptionOfType(CircuitOpenException.class).isThrownBy(() -> client.today("Rome"));

        assertThat(failures).isZero();
    }

    @Test
    void itWaitsAsLongAsTheServiceAsks() throws Exception {
        failures = 1;

        assertThat(Weather.protect(new Flaky(), holdfast).tomorrow("Rome")).isEqualTo("rain in Rome");

        assertThat(time.sleeps())
                .singleElement()
                .satisfies(wait -> assertThat(wait).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(44)));
    }

    /** Fails until {@link #failures} is used up. */
    private final class Flaky implements WeatherClient {

        @Override
        public String today(String city) throws IOException {
            if (failures > 0) {
                failures--;
                throw new IOException("down");
            }
            return "sunny in " + city;
        }

        @Override
        public String tomorrow(String city) throws BusyException {
            if (failures > 0) {
                failures--;
                throw new BusyException("40");
            }
            return "rain in " + city;
        }
    }
}
