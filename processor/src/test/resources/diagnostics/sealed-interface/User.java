package com.acme;

class User {
    ResilientClient client;

    ResilientClient make(Client delegate) {
        return new ResilientClient(delegate);
    }
}
