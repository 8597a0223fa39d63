package com.openai.client;

public interface OpenClient {
    String call(String text);
}
