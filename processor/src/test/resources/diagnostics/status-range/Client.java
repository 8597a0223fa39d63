package com.acme;

import dev.holdfast.annotations.*;

@RateLimited(statuses = {429, 200, 600})
interface Client {
    java.net.http.HttpResponse<String> call();
}
