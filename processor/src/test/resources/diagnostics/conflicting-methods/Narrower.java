package com.acme;

import dev.holdfast.annotations.*;

@Backoff
interface Narrower extends Texts {
    @Override
    Integer get(String key);
}
