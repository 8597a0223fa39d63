package com.acme;

import dev.holdfast.annotations.Timeout;

@Timeout("0s")
interface Slow {
    String call();
}
