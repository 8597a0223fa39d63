package dev.holdfast.it.shrinkers.later;

import dev.holdfast.it.shrinkers.later.Server.Turn;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlin.jvm.functions.Function2;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.CoroutineScope;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Makes calls of each kind, and prints what comes of them. */
public final class Later {

    private final VirtualTime time = new VirtualTime();
    private final Holdfast holdfast = time.holdfast().build();

    private Later() {}

    /**
     * Makes all calls.
     *
     * @param args none
     * @throws InterruptedException never
     */
    public static void main(String[] args) throws InterruptedException {
        Later calls = new Later();
        calls.mono();
        calls.flux();
        calls.suspended();
    }

    private void mono() {
        Server server = new Server();
        UserClient client = new ResilientUserClient(server, holdfast);
        say("mono", client.user("ada"));
        server.then(Turn.FAIL, Turn.BE_BUSY);
        say("mono, third attempt", client.user("ada"));
        server.then(Turn.HANG);
        say("mono, in time", client.user("ada"));
        server.then(Turn.BREAK_OFF);
        say("mono, empty", client.user("ada"));
        server.then(Turn.FAIL, Turn.FAIL, Turn.FAIL);
        say("mono, last failure", client.user("ada"));
        server.then(Turn.FAIL, Turn.FAIL, Turn.FAIL);
        say("mono, fallback", client.guest("ada"));
    }

    private void flux() {
        Server server = new Server();
        FeedClient client = new ResilientFeedClient(server, holdfast);
        say("flux", client.feed("news"));
        server.then(Turn.FAIL, Turn.HANG);
        say("flux, third attempt", client.feed("news"));
        server.then(Turn.BREAK_OFF);
        say("flux, after an item", client.feed("news"));
        say("flux, one item", client.feed("news").take(1));
    }

    private void say(String what, Publisher<String> answer) {
        List<String> signals = new ArrayList<>();
        Flux.from(answer)
                .subscribe(signals::add, failure -> signals.add(failure.getMessage()), () -> signals.add("complete"));
        time.advance(Duration.ofSeconds(5));
        System.out.println(what + ": " + signals);
    }

    /** In real time, for a wait is a delay of the coroutine. */
    private void suspended() throws InterruptedException {
        Server server = new Server();
        AccountClient client =
                new ResilientAccountClient(server, Holdfast.builder().build());
        say("suspended", (scope, continuation) -> client.account("ada", continuation));
        server.then(Turn.FAIL, Turn.BE_BUSY, Turn.BREAK_OFF);
        say("suspended, third attempt", (scope, continuation) -> client.account("ada", continuation));
        server.then(Turn.HANG, Turn.BREAK_OFF);
        say("suspended, in time", (scope, continuation) -> client.balance("ada", continuation));
        server.then(Turn.FAIL, Turn.FAIL, Turn.FAIL);
        say("suspended, last failure", (scope, continuation) -> client.account("ada", continuation));
        server.then(Turn.FAIL, Turn.FAIL, Turn.FAIL);
        say("suspended, fallback", (scope, continuation) -> client.debts("ada", continuation));
    }

    private static void say(
            String what, Function2<CoroutineScope, kotlin.coroutines.Continuation<? super String>, Object> call)
            throws InterruptedException {
        String outcome;
        try {
            outcome = BuildersKt.runBlocking(EmptyCoroutineContext.INSTANCE, call);
        } catch (Exception failure) {
            outcome = failure.getMessage();
        }
        System.out.println(what + ": " + outcome);
    }
}
