package dev.holdfast.examples.patterns;

import static dev.holdfast.testing.HoldfastAssertions.assertThat;
import static dev.holdfast.testing.Step.fail;
import static dev.holdfast.testing.Step.hint;
import static dev.holdfast.testing.Step.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.Holdfast;
import dev.holdfast.testing.HoldfastTest;
import dev.holdfast.testing.RecordingListener;
import dev.holdfast.testing.Script;
import org.junit.jupiter.api.Test;

/** The test that {@code docs/patterns.md} shows, and one of what is never repeated. */
@HoldfastTest
class LoginTest {

    @Test
    void waitsAsAskedAndTriesAgainAfterAFailure(Holdfast holdfast, RecordingListener recorded) throws LoginException {
        Script<LoginClient> script = Script.of(LoginClient.class, hint("20s"), fail(503), ok("token"))
                .answers(LoginException::new);
        LoginClient client = new ResilientLoginClient(script.client(), holdfast);

        assertThat(client.login("ada", "secret")).isEqualTo("token");

        assertThat(recorded.calls("LoginClient.login")).succeeded().waited("20s", "1s");
    }

    @Test
    void neverRepeatsAWrongPassword(Holdfast holdfast, RecordingListener recorded) {
        Script<LoginClient> script = Script.of(LoginClient.class, fail(401)).answers(LoginException::new);
        LoginClient client = new ResilientLoginClient(script.client(), holdfast);

        assertThatThrownBy(() -> client.login("ada", "guess")).hasMessage("login answered 401");
        assertThat(recorded).afterAttempts(1);
    }
}
