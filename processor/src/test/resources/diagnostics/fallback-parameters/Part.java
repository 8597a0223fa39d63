package com.acme;

interface Part<T> {
    default String wrapped(T page) {
        return "";
    }
}
