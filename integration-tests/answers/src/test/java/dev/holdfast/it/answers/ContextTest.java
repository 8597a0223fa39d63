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
}
