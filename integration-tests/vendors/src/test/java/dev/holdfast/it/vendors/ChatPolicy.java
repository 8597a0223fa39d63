package dev.holdfast.it.vendors;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Resilient;
import dev.langchain4j.model.chat.ChatModel;

/** Any chat model of LangChain4j. What it says about itself is asked from the delegate. */
@CircuitBreaker(failureThreshold = 2)
@Backoff(maxAttempts = 2, baseDelay = "1ms")
@Resilient(of = ChatModel.class, include = "chat")
public interface ChatPolicy {}
