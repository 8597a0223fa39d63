package com.acme;

import dev.holdfast.annotations.*;

@Backoff
interface OnlyClose extends AutoCloseable {
    @Override
    void close();
}
