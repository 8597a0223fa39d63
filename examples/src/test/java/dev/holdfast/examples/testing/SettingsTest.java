package dev.holdfast.examples.testing;

import static dev.holdfast.testing.HoldfastAssertions.assertThat;
import static dev.holdfast.testing.Step.fail;
import static dev.holdfast.testing.Step.times;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.examples.GitHubClient;
import dev.holdfast.examples.ResilientGitHubClient;
import dev.holdfast.runtime.Overrides;
import dev.holdfast.testing.HoldfastExtension;
import dev.holdfast.testing.Script;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A context with settings of its own, as {@code docs/testing.md} shows it. */
class SettingsTest {

    @RegisterExtension
    final HoldfastExtension context =
            HoldfastExtension.with(builder -> builder.overrides(Overrides.of(Map.of("Backoff/maxAttempts", "2")::get)));

    private final Script<GitHubClient> script = Script.of(GitHubClient.class);
    private final GitHubClient client = new ResilientGitHubClient(script.client(), context.holdfast());

    @Test
    void anOverrideHolds() throws Exception {
        script.then(times(2, fail(503)));

        assertThat(client.user("octocat").statusCode()).isEqualTo(503);

        assertThat(context.recorded()).failed().endedWithStatus(503).afterAttempts(2);
    }
}
