package dev.holdfast.it.vendors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.Reply;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.api.OpenAiApi;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.web.client.DefaultResponseErrorHandler;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestClient;

/** Spring AI's model of OpenAI. */
class SpringChatTest extends ClientContract {

    private static final Reply HELLO = Reply.status(
            200,
            "{\"id\":\"1\",\"object\":\"chat.completion\",\"choices\":[{\"index\":0,\"finish_reason\":\"stop\","
                    + "\"message\":{\"role\":\"assistant\",\"content\":\"hello\"}}]}",
            "Content-Type: application/json");

    private ChatModel real;
    private ChatModel model;

    @Override
    void connect(Duration patience) {
        SimpleClientHttpRequestFactory http = new SimpleClientHttpRequestFactory();
        http.setReadTimeout(patience);
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

    @Override
    Object call() {
        return model.call("hi");
    }

    @Override
    Reply good() {
        return HELLO;
    }

    @Override
    Object content() {
        return "hello";
    }

    @Override
    Class<? extends Throwable> failure() {
        return HttpServerErrorException.class;
    }

    @Override
    void useWithoutCalls() {
        assertThat(model.getDefaultOptions()).isEqualTo(real.getDefaultOptions());
    }

    @Test
    void resultsAreTheDelegates() {
        ChatResponse response = new ChatResponse(List.of());
        ChatModel fake = prompt -> response;
        assertThat(new ResilientSpringChatModel(fake).call(new Prompt("hi"))).isSameAs(response);
    }
}
