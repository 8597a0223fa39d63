package dev.holdfast.it.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.CircuitOpenException;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An interface of default methods only, of which a model overrides those that it likes. */
class ChatTest {

    /** Fails so often, and then answers. */
    private static final class Model implements ChatModel {

        private final ChatRequestParameters parameters =
                ChatRequestParameters.builder().modelName("small").build();
        private int failures;
        private int calls;

        Model(int failures) {
            this.failures = failures;
        }

        @Override
        public ChatResponse doChat(ChatRequest request) {
            calls++;
            if (failures-- > 0) {
                throw new HttpException(503, "overloaded");
            }
            return ChatResponse.builder().aiMessage(AiMessage.from("hello")).build();
        }

        @Override
        public ChatRequestParameters defaultRequestParameters() {
            return parameters;
        }

        @Override
        public ModelProvider provider() {
            return ModelProvider.OLLAMA;
        }

        @Override
        public Set<Capability> supportedCapabilities() {
            return Set.of(Capability.RESPONSE_FORMAT_JSON_SCHEMA);
        }
    }

    @Test
    void aConvenienceMethodIsOneProtectedCall() {
        Model model = new Model(1);
        assertThat(new ResilientChatModel(model).chat("hi")).isEqualTo("hello");
        assertThat(model.calls).isEqualTo(2);
    }

    @Test
    void whatTheModelSaysOfItselfStaysTrueWhileTheBreakerIsOpen() {
        Model model = new Model(9);
        ChatModel client = new ResilientChatModel(model);
        assertThatThrownBy(() -> client.chat("hi")).isInstanceOf(HttpException.class);
        assertThatThrownBy(() -> client.chat("hi")).isInstanceOf(CircuitOpenException.class);
        assertThat(model.calls).isEqualTo(2);
        assertThat(client.defaultRequestParameters()).isSameAs(model.parameters);
        assertThat(client.provider()).isEqualTo(ModelProvider.OLLAMA);
        assertThat(client.supportedCapabilities()).containsExactly(Capability.RESPONSE_FORMAT_JSON_SCHEMA);
    }
}
