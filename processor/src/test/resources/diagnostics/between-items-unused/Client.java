package com.acme;

import dev.holdfast.annotations.*;
import java.io.IOException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

interface Client {
    @Timeout(value = "10s", betweenItems = "5s")
    String value() throws IOException;

    @Timeout(value = "10s", betweenItems = "5s")
    CompletionStage<String> stage();

    @Timeout(value = "10s", betweenItems = "5s")
    Flow.Publisher<String> fine();

    @Timeout(value = "10s", betweenItems = "0s")
    Flow.Publisher<String> zero();

    @Timeout(value = "10s", betweenItems = "5")
    Flow.Publisher<String> wrong();
}

@Timeout(value = "10s", betweenItems = "5s")
interface NoStreams {
    String value() throws IOException;
}

@Timeout(value = "10s", betweenItems = "5s")
interface SomeStreams {
    String value() throws IOException;

    Flow.Publisher<String> stream();
}

// expect: Client.java:18: error: [holdfast:duration-zero] @Timeout.betweenItems is zero. Fix: write a duration of more than zero.
// expect: Client.java:21: error: [holdfast:duration-syntax] @Timeout.betweenItems is "5", which is not a duration. Fix: write an amount and a unit, such as "250ms", "60s" or "1m30s", or ISO-8601, such as "PT1M".
// expect: Client.java:9: error: [holdfast:between-items-unused] @Timeout.betweenItems on Client.value() has no effect, because the method returns no stream. Fix: remove it.
// expect: Client.java:12: error: [holdfast:between-items-unused] @Timeout.betweenItems on Client.stage() has no effect, because the method returns no stream. Fix: remove it.
// expect: Client.java:25: error: [holdfast:between-items-unused] @Timeout.betweenItems on NoStreams has no effect, because no method with the policy returns a stream. Fix: remove it.
