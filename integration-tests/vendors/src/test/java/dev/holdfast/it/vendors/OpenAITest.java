package dev.holdfast.it.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.errors.InternalServerException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.services.blocking.chat.ChatCompletionService;
import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Overrides;
import dev.holdfast.runtime.event.AttemptEvent;
import dev.holdfast.runtime.event.ResilienceListener;
import dev.holdfast.testkit.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** OpenAI's own client against a server that fails: what its services send is protected, although it is sent elsewhere. */
class OpenAITest extends ClientContract {

    private static final String JSON = "Content-Type: application/json";

    private static final Reply COMPLETION = Reply.status(
            200,
            "{\"id\":\"1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,"
                    + "\"finish_reason\":\"stop\",\"logprobs\":null,"
                    + "\"message\":{\"role\":\"assistant\",\"content\":\"hello\",\"refusal\":null}}]}",
            JSON);

    private static final Reply DOWN = Reply.status(503, "{}", JSON);

    private static final ChatCompletionCreateParams PARAMS =
            ChatCompletionCreateParams.builder().model("m").addUserMessage("hi").build();

    private static final EmbeddingCreateParams EMBEDDING =
            EmbeddingCreateParams.builder().model("m").input("hi").build();

    private OpenAIClient real;
    private OpenAIClient client;

    @Override
    void connect(Duration patience) {
        real = OpenAIOkHttpClient.builder()
                .apiKey("key")
                .baseUrl(server.uri().toString())
                .timeout(patience)
                .maxRetries(0)
                .build();
        client = new ResilientOpenAIClient(real);
    }

    @Override
    void disconnect() {
        real.close();
    }

    @Override
    Object call() {
        return content(client.chat().completions().create(PARAMS));
    }

    @Override
    Reply good() {
        return COMPLETION;
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

    private static String content(ChatCompletion completion) {
        return completion.choices().get(0).message().content().orElseThrow();
    }

    @Test
    void aCallOfAServiceIsRetried() {
        OpenAIClient client = new ResilientOpenAIClient(real);
        ChatCompletionCreateParams params = PARAMS;
        server.then(DOWN, DOWN, COMPLETION);
        ChatCompletion completion = client.chat().completions().create(params);
        assertThat(content(completion)).isEqualTo("hello");
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void anAsynchronousCallIsRetried() {
        server.then(DOWN, DOWN, COMPLETION);
        assertThat(content(client.async().chat().completions().create(PARAMS).join()))
                .isEqualTo("hello");
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void anAsynchronousCallKeepsItToo() {
        server.then(Reply.tooManyRequests("1"), COMPLETION);
        client.async().chat().completions().create(PARAMS).join();
        assertThat(server.requests()).hasSize(2);
        assertThat(server.between(0, 1)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void allServicesShareABreaker() {
        server.otherwise(DOWN);
        assertThatThrownBy(() -> client.chat().completions().create(PARAMS))
                .isInstanceOf(InternalServerException.class);
        assertThatThrownBy(
                        () -> client.async().chat().completions().create(PARAMS).join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(InternalServerException.class);
        assertThat(server.requests()).hasSize(6);
        assertThatThrownBy(() -> client.embeddings().create(EMBEDDING)).isInstanceOf(CircuitOpenException.class);
        assertThatThrownBy(() -> client.chat().completions().create(PARAMS)).isInstanceOf(CircuitOpenException.class);
        assertThatThrownBy(
                        () -> client.async().chat().completions().create(PARAMS).join())
                .hasCauseInstanceOf(CircuitOpenException.class);
        assertThatThrownBy(() ->
                        client.withOptions(each -> {}).chat().completions().create(PARAMS))
                .isInstanceOf(CircuitOpenException.class);
        assertThat(server.requests()).hasSize(6);
    }

    @Test
    void variantsOfAClientAreProtected() {
        server.then(DOWN, COMPLETION, DOWN, COMPLETION, DOWN, COMPLETION);
        client.withOptions(each -> each.timeout(Duration.ofSeconds(5)))
                .chat()
                .completions()
                .create(PARAMS);
        client.chat()
                .completions()
                .withOptions(each -> each.timeout(Duration.ofSeconds(5)))
                .create(PARAMS);
        client.async().sync().chat().completions().create(PARAMS);
        assertThat(server.requests()).hasSize(6);
    }

    @Test
    void aRawResponseIsProtected() {
        server.then(DOWN, COMPLETION);
        ChatCompletionService.WithRawResponse raw = client.chat().completions().withRawResponse();
        assertThat(content(raw.create(PARAMS).parse())).isEqualTo("hello");
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void theStartOfAStreamIsProtected() {
        server.then(DOWN, Reply.status(200, "data: [DONE]\n\n", "Content-Type: text/event-stream"));
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(PARAMS)) {
            assertThat(stream.stream()).isEmpty();
        }
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void aServiceMayHaveSettingsOfItsOwn() {
        server.otherwise(DOWN);
        assertThatThrownBy(() -> client.embeddings().create(EMBEDDING)).isInstanceOf(InternalServerException.class);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void aServiceIsTheSameEachTime() {
        assertThat(client.chat()).isSameAs(client.chat()).isNotSameAs(real.chat());
        assertThat(client.chat().completions()).isSameAs(client.chat().completions());
        assertThat(client.async()).isSameAs(client.async());
        assertThat(client.async().chat().completions())
                .isSameAs(client.async().chat().completions());
        assertThat(client.files()).isSameAs(real.files());
    }

    @Test
    void eventsAndOverridesNameTheService() {
        List<String> calls = new CopyOnWriteArrayList<>();
        ResilienceListener listener = new ResilienceListener() {
            @Override
            public void onRetry(AttemptEvent event) {
                calls.add(event.call());
            }
        };
        Properties properties = new Properties();
        String prefix = OpenAIPolicy.class.getName() + "/ChatCompletionService#create/Backoff/";
        properties.setProperty(prefix + "maxAttempts", "2");
        Holdfast holdfast = Holdfast.builder()
                .listener(listener)
                .overrides(Overrides.of(properties))
                .build();
        server.otherwise(DOWN);
        OpenAIClient client = new ResilientOpenAIClient(real, holdfast);
        assertThatThrownBy(() -> client.chat().completions().create(PARAMS))
                .isInstanceOf(InternalServerException.class);
        assertThat(server.requests()).hasSize(2);
        assertThat(calls).containsExactly("OpenAIPolicy.ChatCompletionService#create");
        properties.setProperty(prefix + "attempts", "2");
        Holdfast wrong = Holdfast.builder().overrides(Overrides.of(properties)).build();
        assertThatThrownBy(() -> new ResilientOpenAIClient(real, wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("@Backoff has no attribute attempts");
    }
}
