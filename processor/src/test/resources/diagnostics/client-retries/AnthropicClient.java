package com.anthropic.client;

public interface AnthropicClient {
    String call(String text);
}
