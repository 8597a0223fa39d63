package dev.holdfast.it.vendors;

import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Resilient;
import dev.langchain4j.model.chat.StreamingChatModel;

/** A model that tells a handler each word: all of it is forwarded. */
@CircuitBreaker
@Resilient(of = StreamingChatModel.class, exempt = "chat|doChat|defaultRequestParameters")
public interface StreamPolicy {}
