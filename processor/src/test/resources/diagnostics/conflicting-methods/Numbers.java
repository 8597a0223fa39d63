package com.acme;

interface Numbers {
    int get(String key);
}
