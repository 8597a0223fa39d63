package com.acme;

import dev.holdfast.annotations.*;
import java.net.http.HttpResponse;

interface Quota {
    @RateLimited(per = "1m", burst = 5, maxWait = "1s")
    HttpResponse<String> none();

    @RateLimited(permits = 100, per = "1m", burst = 5, maxWait = "1s")
    HttpResponse<String> whole();

    @RateLimited(permits = 1)
    HttpResponse<String> single();
}
