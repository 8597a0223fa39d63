package com.acme;

import dev.holdfast.annotations.*;

@CircuitBreaker
enum Kind {
    ONE
}
