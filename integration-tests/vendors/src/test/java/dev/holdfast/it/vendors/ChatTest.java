package dev.holdfast.it.vendors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.Reply;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** LangChain4j's model of OpenAI. The interface has default methods only, and a model overrides some of them. */
class ChatTest extends ClientContract {

    private static final String JSON = "Content-Type: application/json";

    private static final Reply HELLO = Reply.status(
            200,
            "{\"id\":\"1\",\"model\":\"m\",\"choices\":[{\"index\":0,\"finish_reason\":\"stop\","
                    + "\"message\":{\"role\":\"assistant\",\"content\":\"hello\"}}]}",
            JSON);

    private ChatModel real;
    private ChatModel model;

    @Override
    void connect(Duration patience) {
        real = OpenAiChatModel.builder()
                .baseUrl(server.uri() + "/v1")
                .apiKey("key")
                .modelName("m")
                .timeout(patience)
                .maxRetries(0)
                .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
                .build();
        model = new ResilientChatModel(real);
    }

    @Override
    Object call() {
        return model.chat("hi");
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
        return InternalServerException.class;
    }

    @Override
    void useWithoutCalls() {
        assertThat(model.defaultRequestParameters()).isSameAs(real.defaultRequestParameters());
        assertThat(model.provider()).isEqualTo(ModelProvider.OPEN_AI);
        assertThat(model.supportedCapabilities()).containsExactly(Capability.RESPONSE_FORMAT_JSON_SCHEMA);
    }

    @Test
    void eachOverloadIsOneProtectedCall() {
        UserMessage message = UserMessage.from("hi");
        server.then(down(), HELLO, down(), HELLO);
        assertThat(model.chat(message).aiMessage().text()).isEqualTo("hello");
        assertThat(model.chat(ChatRequest.builder().messages(message).build())
                        .aiMessage()
                        .text())
                .isEqualTo("hello");
        assertThat(server.paths()).hasSize(4).containsOnly("/v1/chat/completions");
    }

    @Test
    void resultsAreTheDelegates() {
        ChatResponse response =
                ChatResponse.builder().aiMessage(AiMessage.from("hello")).build();
        ChatModel fake = new ChatModel() {
            @Override
            public ChatResponse chat(ChatRequest request) {
                return response;
            }
        };
        ChatRequest request =
                ChatRequest.builder().messages(UserMessage.from("hi")).build();
        assertThat(new ResilientChatModel(fake).chat(request)).isSameAs(response);
    }
}
