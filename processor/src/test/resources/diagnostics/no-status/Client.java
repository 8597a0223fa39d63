package com.acme;

import dev.holdfast.annotations.*;

@RateLimited
interface Client {
    String call();
}
