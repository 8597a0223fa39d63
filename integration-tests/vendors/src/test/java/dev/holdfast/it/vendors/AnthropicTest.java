package dev.holdfast.it.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.errors.InternalServerException;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.batches.BatchCancelParams;
import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.testkit.Reply;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Anthropic's own client against a server that fails. */
class AnthropicTest extends ClientContract {

    private static final String JSON = "Content-Type: application/json";

    private static final Reply MESSAGE = Reply.status(
            200,
            "{\"id\":\"1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"m\",\"stop_reason\":\"end_turn\","
                    + "\"content\":[{\"type\":\"text\",\"text\":\"hello\"}],"
                    + "\"usage\":{\"input_tokens\":1,\"output_tokens\":1}}",
            JSON);

    private static final Reply DOWN = Reply.status(503, "{}", JSON);

    private static final MessageCreateParams PARAMS = MessageCreateParams.builder()
            .model("m")
            .maxTokens(10)
            .addUserMessage("hi")
            .build();

    private AnthropicClient real;
    private AnthropicClient client;

    @Override
    void connect(Duration patience) {
        real = AnthropicOkHttpClient.builder()
                .apiKey("key")
                .baseUrl(server.uri().toString())
                .timeout(patience)
                .maxRetries(0)
                .build();
        client = new ResilientAnthropicClient(real);
    }

    @Override
    void disconnect() {
        real.close();
    }

    @Override
    Object call() {
        return text(client.messages().create(PARAMS));
    }

    @Override
    Reply good() {
        return MESSAGE;
    }

    @Override
    Object content() {
        return "hello";
    }

    @Override
    Class<? extends Throwable> failure() {
        return InternalServerException.class;
    }

    @Override
    Reply down() {
        return DOWN;
    }

    /** The time for all of a request, the connection included. */
    @Override
    Duration impatience() {
        return Duration.ofSeconds(1);
    }

    private static String text(Message message) {
        return message.content().get(0).asText().text();
    }

    @Test
    void aMessageIsSentAgain() {
        AnthropicClient client = new ResilientAnthropicClient(real);
        MessageCreateParams params = PARAMS;
        server.then(DOWN, DOWN, MESSAGE);
        Message message = client.messages().create(params);
        assertThat(text(message)).isEqualTo("hello");
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void anAsynchronousMessageIsSentAgain() {
        server.then(DOWN, DOWN, MESSAGE);
        assertThat(text(client.async().messages().create(PARAMS).join())).isEqualTo("hello");
        assertThat(server.requests()).hasSize(3);
    }

    /** A limiter is shared by the synchronous and the asynchronous client. */
    @Test
    void aHoldHoldsBackAllCalls() throws InterruptedException {
        server.then(Reply.tooManyRequests("1"), MESSAGE, MESSAGE);
        CompletableFuture<Message> first = client.async().messages().create(PARAMS);
        server.awaitRequests(1);
        CompletableFuture<Message> second = first.handle((message, failure) -> null)
                .thenCompose(none -> client.async().messages().create(PARAMS));
        first.join();
        second.join();
        assertThat(server.requests()).hasSize(3);
        assertThat(server.between(0, 1)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void allServicesShareABreaker() {
        server.otherwise(DOWN);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> client.messages().create(PARAMS)).isInstanceOf(InternalServerException.class);
        }
        assertThatThrownBy(() -> client.messages().batches().list()).isInstanceOf(CircuitOpenException.class);
        assertThatThrownBy(() -> client.async().messages().create(PARAMS).join())
                .hasCauseInstanceOf(CircuitOpenException.class);
        assertThat(server.requests()).hasSize(6);
        assertThat(client.options()).isSameAs(real.options());
    }

    @Test
    void aMethodOfAServiceKeepsItsOwnSettings() {
        server.otherwise(DOWN);
        BatchCancelParams batch =
                BatchCancelParams.builder().messageBatchId("1").build();
        assertThatThrownBy(() -> client.messages().batches().cancel(batch)).isInstanceOf(InternalServerException.class);
        assertThat(server.requests()).hasSize(1);
        assertThatThrownBy(() -> client.messages().batches().list()).isInstanceOf(InternalServerException.class);
        assertThat(server.requests()).hasSize(4);
    }

    @Test
    void aServiceIsTheSameEachTime() {
        assertThat(client.messages()).isSameAs(client.messages());
        assertThat(client.messages().batches()).isSameAs(client.messages().batches());
        assertThat(client.async().messages()).isSameAs(client.async().messages());
    }
}
