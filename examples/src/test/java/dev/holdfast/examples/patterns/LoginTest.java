package dev.holdfast.examples.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.Holdfast;
import dev.holdfast.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** The test that {@code docs/patterns.md} shows, and one of what is never repeated. */
class LoginTest {

    private final Queue<LoginException> refusals = new ArrayDeque<>();

    private final LoginClient fake = (user, password) -> {
        if (!refusals.isEmpty()) {
            throw refusals.remove();
        }
        return "token";
    };

    @Test
    void waitsAsAskedAndTriesAgainAfterAFailureOfTheServer() throws LoginException {
        refusals.addAll(
                List.of(new LoginException(429, Map.of("Retry-After", "20")), new LoginException(503, Map.of())));

        VirtualTime time = new VirtualTime();
        LoginClient client = new ResilientLoginClient(fake, time.holdfast().build());
        client.login("ada", "secret");
        assertThat(time.sleeps().get(0)).isGreaterThanOrEqualTo(Duration.ofSeconds(20));
        assertThat(refusals).isEmpty();
    }

    @Test
    void neverRepeatsAWrongPassword() {
        LoginException wrong = new LoginException(401, Map.of());
        refusals.addAll(List.of(wrong, new LoginException(401, Map.of())));
        Holdfast holdfast = new VirtualTime().holdfast().build();
        LoginClient client = new ResilientLoginClient(fake, holdfast);

        assertThatThrownBy(() -> client.login("ada", "guess")).isSameAs(wrong);
        assertThat(refusals).hasSize(1);
    }
}
