package com.acme;

import dev.holdfast.annotations.*;

@Backoff
interface Client {
    void call();
}

// expect: Client.java:6: error: [holdfast:class-name-taken] com.acme.ResilientClient, the generated class for Client, already exists. Fix: choose another name with @Resilient(className).
// expect: Lower.java:6: error: [holdfast:class-name-taken] com.acme.lower, the generated class for Lower, differs only in case from com.acme.Lower, and so would their class files. Fix: choose another name with @Resilient(className).
// expect: Same.java:6: error: [holdfast:class-name-taken] com.acme.Same, the generated class for Same, already exists. Fix: choose another name with @Resilient(className).
// expect: Facades.java:12: error: [holdfast:class-name-taken] p.Service, the generated interface for OnePolicy, already exists, perhaps in other letters. Fix: choose another name with @Resilient(interfaceName).
// expect: Facades.java:20: error: [holdfast:class-name-taken] p.Services, the generated interface for ThreePolicy, already exists, perhaps in other letters. Fix: choose another name with @Resilient(interfaceName).
// expect: Facades.java:16: error: [holdfast:class-name-taken] p.TwoSERVICE, the generated interface for TwoPolicy, already exists, perhaps in other letters. Fix: choose another name with @Resilient(interfaceName).
