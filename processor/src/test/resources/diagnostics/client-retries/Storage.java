package com.google.cloud.storage;

public interface Storage {
    String call(String text);
}
