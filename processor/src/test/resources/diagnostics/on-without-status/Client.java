package com.acme;

import dev.holdfast.annotations.*;

@RateLimited(on = {IllegalStateException.class})
interface Client {
    java.net.http.HttpResponse<String> call();
}
