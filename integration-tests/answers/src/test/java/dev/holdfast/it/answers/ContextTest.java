package dev.holdfast.it.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testing.VirtualTime;
import io.smallrye.mutiny.Context;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What a subscriber says about its call is there in every attempt, and in the fallback. */
class ContextTest {

    private final VirtualTime time = new VirtualTime();
    private final Upstream fallback = new Upstream().then(new Reply(200));
    private final Upstream upstream = new Upstream().then(new IOException("1")).then(new IOException("2"));
    private final ResilientAnsweredApi client = ResilientAnsweredApi.builder(upstream)
            .fallback(fallback)
            .holdfast(time.holdfast().build())
            .build();

    @Test
    void ofReactor() {
        client.mono().contextWrite(context -> context.put("user", "ada")).subscribe();
        time.drain();
        assertThat(upstream.users).containsExactly("ada", "ada");
        assertThat(fallback.users).containsExactly("ada");
    }

    @Test
    void ofMutiny() {
        client.uni().subscribe().with(Context.of("user", "ada"), reply -> {}, failure -> {});
        time.drain();
        assertThat(upstream.users).containsExactly("ada", "ada");
        assertThat(fallback.users).containsExactly("ada");
    }

    private final StreamSource streams =
            new StreamSource().thenFail(new IOException("1")).thenFail(new IOException("2"));
    private final StreamSource streamsInstead = new StreamSource();
    private final ResilientAnsweredStreams streaming = ResilientAnsweredStreams.builder(streams)
            .fallback(streamsInstead)
            .holdfast(time.holdfast().build())
            .build();

    @Test
    void ofReactorsStreams() {
        streaming.flux().contextWrite(context -> context.put("user", "ada")).subscribe();
        time.drain();
        assertThat(streams.users).containsExactly("ada", "ada");
        assertThat(streamsInstead.users).containsExactly("ada");
    }

    @Test
    void ofMutinysStreams() {
        streaming.multi().subscribe().with(Context.of("user", "ada"), item -> {}, failure -> {}, () -> {});
        time.drain();
        assertThat(streams.users).containsExactly("ada", "ada");
        assertThat(streamsInstead.users).containsExactly("ada");
    }
}
