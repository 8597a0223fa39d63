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
