package com.acme;

import dev.holdfast.annotations.*;

@CircuitBreaker
interface Client {
    retrofit2.Call<String> call();

    @Exempt
    retrofit2.Call<String> exempt();
}
