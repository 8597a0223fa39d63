package com.acme;

class User {
    ResilientClient client;
}
