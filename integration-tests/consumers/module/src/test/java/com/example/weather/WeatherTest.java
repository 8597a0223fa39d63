package com.example.weather;

import static dev.holdfast.testing.HoldfastAssertions.assertThat;
import static dev.holdfast.testing.Step.fail;
import static dev.holdfast.testing.Step.hint;
import static dev.holdfast.testing.Step.ok;
import static dev.holdfast.testing.Step.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.testing.HoldfastTest;
import dev.holdfast.testing.RecordingListener;
import dev.holdfast.testing.Script;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import org.junit.jupiter.api.Test;

/** A protected client in a named module, run on the module path. */
@HoldfastTest
class WeatherTest {

    private final Script<WeatherClient> script =
            Script.of(WeatherClient.class).answers((status, headers) -> new BusyException(headers.get("Retry-After")));

    @Test
    void theGeneratedClassIsInTheModule() {
        Module module = ResilientWeatherClient.class.getModule();

        assertThat(module.getName()).isEqualTo("com.example.weather");
        assertThat(module.getDescriptor().requires())
                .extracting(ModuleDescriptor.Requires::name)
                .containsExactlyInAnyOrder("java.base", "dev.holdfast.runtime");
    }

    @Test
    void itRetries(Holdfast holdfast, RecordingListener recorded) throws Exception {
        script.then(times(2, fail(new IOException("down"))), ok("sunny in Rome"));

        assertThat(Weather.protect(script.client(), holdfast).today("Rome")).isEqualTo("sunny in Rome");

        assertThat(recorded).succeeded().waited("200ms", "400ms");
    }

    @Test
    void itOpensItsBreaker(Holdfast holdfast, RecordingListener recorded) {
        script.then(times(3, fail(new IOException("down"))));
        WeatherClient client = Weather.protect(script.client(), holdfast);
        assertThatThrownBy(() -> client.today("Rome")).isInstanceOf(IOException.class);

        assertThatExceptionOfType(CircuitOpenException.class).isThrownBy(() -> client.today("Rome"));

        assertThat(recorded.calls("WeatherClient.today").first())
                .afterAttempts(3)
                .opened();
    }

    @Test
    void itWaitsAsLongAsTheServiceAsks(Holdfast holdfast, RecordingListener recorded) throws Exception {
        script.then(hint("40s"), ok("rain in Rome"));

        assertThat(Weather.protect(script.client(), holdfast).tomorrow("Rome")).isEqualTo("rain in Rome");

        assertThat(recorded).succeeded().held("40s").waited("40s");
    }
}
