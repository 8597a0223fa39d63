package com.acme;

import dev.holdfast.annotations.*;

@Backoff
@Resilient(className = "ResilientToAnythingThatTheNetworkMayDoResilientToAnythingThatTheNetworkMayDoResilientToAnythingThatTheNetworkMayDoResilientToAnythingThatTheNetworkMayDoResilientToAnythingThatTheNetworkMayDoResilientToAnythingThatTheNetworkMayDo*")
interface Client {
    void call();
}
