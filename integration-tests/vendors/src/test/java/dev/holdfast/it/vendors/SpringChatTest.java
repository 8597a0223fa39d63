package dev.holdfast.it.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.testkit.Reply;
import dev.holdfast.testkit.ScriptedServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.api.OpenAiApi;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.web.client.DefaultResponseErrorHandler;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Spring AI's model of OpenAI. */
@Timeout(60)
class SpringChatTest {

    private static final Reply HELLO = Reply.status(
            200,
            "{\"id\":\"1\",\"object\":\"chat.completion\",\"choices\":[{\"index\":0,\"finish_reason\":\"stop\","
                    + "\"message\":{\"role\":\"assistant\",\"content\":\"hello\"}}]}",
            "Content-Type: application/json");

    private ScriptedServer server;
    private ChatModel real;
    private ChatModel model;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
        SimpleClientHttpRequestFactory http = new SimpleClientHttpRequestFactory();
        http.setReadTimeout(Duration.ofMillis(500));
        OpenAiApi api = OpenAiApi.builder()
                .baseUrl(server.uri().toString())
                .apiKey("key")
                .restClientBuilder(RestClient.builder().requestFactory(http))
                .responseErrorHandler(new DefaultResponseErrorHandler())
                .build();
        real = OpenAiChatModel.builder()
                .openAiApi(api)
                .retryTemplate(RetryTemplate.builder().maxAttempts(1).build())
                .build();
        model = new ResilientSpringChatModel(real);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void aConvenienceMethodIsOneProtectedCall() {
        server.then(Reply.unavailable("down"), Reply.unavailable("down"), HELLO);
        assertThat(model.call("hi")).isEqualTo("hello");
        assertThat(server.paths()).hasSize(3).containsOnly("/v1/chat/completions");
    }

    @Test
    void theWaitThatTheServerAsksForIsKept() {
        server.then(Reply.tooManyRequests("1"), HELLO);
        assertThat(model.call("hi")).isEqualTo("hello");
        assertThat(server.requests()).hasSize(2);
        assertThat(server.between(0, 1)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aHangingServerIsAFailure() {
        server.otherwise(Reply.stall());
        assertThatThrownBy(() -> model.call("hi")).isInstanceOf(RestClientException.class);
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void whatIsWrongWithTheCallIsNotRepeated() {
        server.then(Reply.status(401, "key"));
        assertThatThrownBy(() -> model.call("hi")).isInstanceOf(HttpClientErrorException.class);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void theBreakerOpensAndTheModelStillSaysItsOptions() {
        server.otherwise(Reply.unavailable("down"));
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> model.call("hi")).isInstanceOf(HttpServerErrorException.class);
        }
        assertThatThrownBy(() -> model.call("hi")).isInstanceOf(CircuitOpenException.class);
        assertThat(server.requests()).hasSize(6);
        assertThat(model.getDefaultOptions()).isEqualTo(real.getDefaultOptions());
    }

    @Test
    void resultsAreTheDelegates() {
        ChatResponse response = new ChatResponse(List.of());
        ChatModel fake = prompt -> response;
        assertThat(new ResilientSpringChatModel(fake).call(new Prompt("hi"))).isSameAs(response);
    }
}
