package com.acme;

import dev.holdfast.annotations.*;

@Backoff
interface Client {
    error.NonExistentClass call();
}
