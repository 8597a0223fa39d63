package com.acme;

interface Texts {
    String get(String key);
}
