package com.acme;

import dev.holdfast.annotations.*;

@RateLimited(statuses = {429, 200, 600})
interface Client {
    java.net.http.HttpResponse<String> call();
}

// expect: Client.java:5: error: [holdfast:status-range] @RateLimited.statuses has 200, which is not from 400 to 599. Fix: write the status of an error answer, such as 429 or 503.
// expect: Client.java:5: error: [holdfast:status-range] @RateLimited.statuses has 600, which is not from 400 to 599. Fix: write the status of an error answer, such as 429 or 503.
