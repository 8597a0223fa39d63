package dev.holdfast.it.vendors;

import dev.holdfast.annotations.RateLimitHint;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.LangChain4jException;

/** LangChain4j's exceptions have the status in their cause, and no headers. */
public final class ChatHint implements RateLimitHint<LangChain4jException> {

    @Override
    public int status(LangChain4jException answer) {
        return answer.getCause() instanceof HttpException http ? http.statusCode() : NO_STATUS;
    }
}
