package com.acme;

class User {
    ResilientOuter_Client client;
    ResilientOuter_Hidden_Inner inner;
}
