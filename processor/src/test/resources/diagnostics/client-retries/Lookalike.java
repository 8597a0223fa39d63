package com.openai4j;

public interface Lookalike {
    String call(String text);
}
