package com.acme;

import dev.holdfast.annotations.*;

interface Fine {
    @Backoff
    void call(java.util.List<? extends Absent[]> list);
}
