package com.acme;

import dev.holdfast.annotations.*;

import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

@Backoff
@RateLimited
interface Client {
    Future<String> call();

    FutureTask<Void> task(int count);

    @Exempt
    Future<String> exempt();
}
