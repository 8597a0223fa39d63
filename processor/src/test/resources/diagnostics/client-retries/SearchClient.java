package com.azure.search;

public interface SearchClient {
    String call(String text);
}
