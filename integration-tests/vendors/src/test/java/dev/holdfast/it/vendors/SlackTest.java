package dev.holdfast.it.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import dev.holdfast.testkit.Reply;
import dev.holdfast.testkit.ScriptedServer;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Slack's own client, all of whose methods are in one interface. */
@Timeout(60)
class SlackTest {

    private static final Reply USER = Reply.ok("{\"ok\":true,\"user\":{\"id\":\"U1\",\"name\":\"ada\"}}");

    private ScriptedServer server;
    private Slack slack;
    private MethodsClient client;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(server.uri() + "/api/");
        // Else the first call asks for the name of the team.
        config.setStatsEnabled(false);
        slack = Slack.getInstance(config);
        client = new ResilientMethodsClient(slack.methods("token"));
    }

    @AfterEach
    void stop() throws Exception {
        slack.close();
        server.close();
    }

    @Test
    void aFailureIsRetried() throws Exception {
        server.then(Reply.unavailable("down"), USER);
        assertThat(client.usersInfo(each -> each.user("U1")).getUser().getName())
                .isEqualTo("ada");
        assertThat(server.paths()).containsExactly("/api/users.info", "/api/users.info");
    }

    @Test
    void theWaitThatSlackAsksForIsKept() throws Exception {
        server.then(Reply.tooManyRequests("1"), USER);
        client.usersInfo(each -> each.user("U1"));
        assertThat(server.requests()).hasSize(2);
        assertThat(server.between(0, 1)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void anAnswerThatSaysNoIsAnAnswer() throws Exception {
        server.then(Reply.ok("{\"ok\":false,\"error\":\"user_not_found\"}"));
        assertThat(client.usersInfo(each -> each.user("U2")).getError()).isEqualTo("user_not_found");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aMessageIsSentOnce() {
        server.otherwise(Reply.unavailable("down"));
        assertThatThrownBy(
                        () -> client.chatPostMessage(each -> each.channel("C1").text("hello")))
                .isInstanceOf(SlackApiException.class);
        assertThat(server.requests()).hasSize(1);
    }
}
