package dev.holdfast.it.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import dev.holdfast.testkit.Reply;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Slack's own client, all of whose methods are in one interface. */
class SlackTest extends ClientContract {

    private static final Reply USER = Reply.ok("{\"ok\":true,\"user\":{\"id\":\"U1\",\"name\":\"ada\"}}");

    private Slack slack;
    private MethodsClient client;

    @Override
    void connect(Duration patience) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(server.uri() + "/api/");
        config.setHttpClientReadTimeoutMillis((int) patience.toMillis());
        // Else the first call asks for the name of the team.
        config.setStatsEnabled(false);
        slack = Slack.getInstance(config);
        client = new ResilientMethodsClient(slack.methods("token"));
    }

    @Override
    void disconnect() throws Exception {
        slack.close();
    }

    @Override
    Object call() throws Exception {
        return client.usersInfo(each -> each.user("U1")).getUser().getName();
    }

    @Override
    Reply good() {
        return USER;
    }

    @Override
    Object content() {
        return "ada";
    }

    @Override
    Class<? extends Throwable> failure() {
        return SlackApiException.class;
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
