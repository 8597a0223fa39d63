package com.acme;

import dev.holdfast.annotations.*;

import java.lang.annotation.Repeatable;

@Backoff
@Repeatable(Partner.All.class)
@interface Partner {
    String value();

    @interface All {
        Partner[] value();
    }
}

// expect: Client.java:8: error: [holdfast:repeatable-preset] @Partner carries policies and is repeatable: if repeated, it would be inside its container annotation and protect nothing. Fix: remove @Repeatable.
