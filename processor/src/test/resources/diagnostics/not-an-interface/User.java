package com.acme;

class User {
    ResilientClient client;
    ResilientKind kind;

    ResilientClient make(Client delegate) {
        return new ResilientClient(delegate);
    }
}
