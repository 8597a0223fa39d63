package dev.holdfast.it.vendors;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.annotations.Resilient;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.exception.NonRetriableException;
import dev.langchain4j.model.chat.ChatModel;

/** Any chat model of LangChain4j. What it says about itself is asked from the delegate. */
@CircuitBreaker(failureThreshold = 6, ignored = NonRetriableException.class)
@Backoff(maxAttempts = 3, baseDelay = "10ms", abortOn = NonRetriableException.class)
@RateLimited(on = LangChain4jException.class, hint = ChatHint.class, defaultDelay = "1s")
@Resilient(of = ChatModel.class, include = "chat")
public interface ChatPolicy {}
