package com.acme;

import dev.holdfast.annotations.*;

/** As an earlier build has left it. */
@HoldfastGenerated
final class ResilientClient implements Client {
    @Override
    public void call() {}
}
