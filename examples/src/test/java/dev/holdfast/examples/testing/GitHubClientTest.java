package dev.holdfast.examples.testing;

import static dev.holdfast.testing.HoldfastAssertions.assertThat;
import static dev.holdfast.testing.PolicyStates.halfOpenBreaker;
import static dev.holdfast.testing.PolicyStates.holdLimiter;
import static dev.holdfast.testing.PolicyStates.openBreaker;
import static dev.holdfast.testing.Step.fail;
import static dev.holdfast.testing.Step.hint;
import static dev.holdfast.testing.Step.ok;
import static dev.holdfast.testing.Step.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.holdfast.examples.GitHubClient;
import dev.holdfast.examples.ResilientGitHubClient;
import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.testing.HoldfastTest;
import dev.holdfast.testing.RecordingListener;
import dev.holdfast.testing.Script;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The tests that {@code docs/testing.md} shows. */
@HoldfastTest
class GitHubClientTest {

    @Test
    void triesAgainAndWaitsAsAsked(Holdfast holdfast, RecordingListener recorded) throws Exception {
        Script<GitHubClient> script = Script.of(GitHubClient.class, fail(503), hint("2s"), ok("octocat"));
        GitHubClient client = new ResilientGitHubClient(script.client(), holdfast);

        assertThat(client.user("octocat").body()).isEqualTo("octocat");

        assertThat(recorded.calls("GitHubClient.user")).succeeded().retried(2).waited("300ms", "2s");
        assertThat(script.calls("user")).hasSize(3);
    }

    @Test
    void stopsCallingAServerThatIsDown(Holdfast holdfast, RecordingListener recorded) {
        Script<GitHubClient> script = Script.of(GitHubClient.class, times(4, fail(new IOException("reset"))));
        GitHubClient client = new ResilientGitHubClient(script.client(), holdfast);

        assertThatThrownBy(() -> client.user("octocat")).hasMessage("reset");
        assertThatThrownBy(() -> client.user("octocat")).isInstanceOf(CircuitOpenException.class);

        assertThat(recorded.calls("GitHubClient.user").first())
                .failed()
                .afterAttempts(4)
                .opened();
        assertThat(recorded.calls("GitHubClient.user").last()).rejectedBy("GitHubClient");
    }

    @Test
    void aFailedAssertionShowsTheStory(Holdfast holdfast, RecordingListener recorded) throws Exception {
        Script<GitHubClient> script =
                Script.of(GitHubClient.class, fail(503), hint("2s"), times(3, fail(new IOException("reset"))));
        GitHubClient client = new ResilientGitHubClient(script.client(), holdfast);
        assertThatThrownBy(() -> client.user("octocat")).hasMessage("reset");

        AssertionError failure = catchThrowableOfType(
                AssertionError.class,
                () -> assertThat(recorded.calls("GitHubClient.user")).succeeded());

        assertThat(Files.readString(Path.of("../docs/testing.md")))
                .contains("```text\n" + failure.getMessage() + "```");
    }

    @Test
    void rejectsCallsWhileTheBreakerIsOpen(Holdfast holdfast) {
        Script<GitHubClient> script = Script.of(GitHubClient.class);
        GitHubClient client = new ResilientGitHubClient(script.client(), holdfast);

        openBreaker(holdfast, "GitHubClient");

        assertThatThrownBy(() -> client.user("octocat")).isInstanceOf(CircuitOpenException.class);
    }

    @Test
    void closesTheBreakerAfterTwoProbes(Holdfast holdfast, VirtualTime time, RecordingListener recorded)
            throws Exception {
        Script<GitHubClient> script = Script.of(GitHubClient.class, times(2, ok("octocat")));
        GitHubClient client = new ResilientGitHubClient(script.client(), holdfast);

        halfOpenBreaker(holdfast, "GitHubClient", time);

        client.user("octocat");
        client.user("octocat");
        assertThat(recorded.calls("GitHubClient.user").last()).succeeded().closed();
    }

    @Test
    void waitsForTheEndOfAHold(Holdfast holdfast, RecordingListener recorded) throws Exception {
        Script<GitHubClient> script = Script.of(GitHubClient.class, ok("octocat"));
        GitHubClient client = new ResilientGitHubClient(script.client(), holdfast);

        holdLimiter(holdfast, "GitHubClient", "5s");

        client.user("octocat");
        assertThat(recorded.calls("GitHubClient.user")).succeeded().notRetried().took("5s");
    }
}
