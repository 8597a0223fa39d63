package com.acme;

import dev.holdfast.annotations.*;

@Backoff
@Resilient(className = "ResilientToAnythingThatTheNetworkMayDoResilientToAnythingThatTheNetworkMayDoResilientToAnythingThatTheNetworkMayDoResilientToAnythingThatTheNetworkMayDoResilientToAnythingThatTheNetworkMayDoResilientToAnythingThatTheNetworkMayDo*")
interface Client {
    void call();
}

// expect: Client.java:6: error: [holdfast:class-name-too-long] the name of the generated class for Client has 234 bytes, and file systems allow at most 230, with room for the names of its nested classes. Fix: choose a shorter name with @Resilient(className).
