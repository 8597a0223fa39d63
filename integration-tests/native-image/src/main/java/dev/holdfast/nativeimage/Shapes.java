package dev.holdfast.nativeimage;

import static dev.holdfast.nativeimage.Program.say;

import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Resilience;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Type variables, arrays, primitives, presets, nested and inherited methods, and code without an interface; in virtual time. */
final class Shapes {

    private Shapes() {}

    static void tell() {
        VirtualTime time = new VirtualTime();
        Holdfast holdfast = time.holdfast().build();
        tellOfMethods(time, holdfast);
        tellOfPart(holdfast);
        tellOfInstances(time);
        tellWithoutInterface();
    }

    private static void tellOfMethods(VirtualTime time, Holdfast holdfast) {
        Store store = new Store();
        Repository<String, Integer> client = SafeRepository.builder(store)
                .holdfast(holdfast)
                .fallback(new Mirror())
                .build();
        say("inherited", () -> client.find("key"));
        say("default method", () -> client.first(List.of("first")));
        say("type variables", () -> client.require("required", Integer.class, new IOException("down")));
        say("arrays", () -> Arrays.toString(client.sorted(new String[] {"b", "a"}, new int[1][2], true, false)));
        say("primitives", () -> client.count(0.5, 'b'));
        say("wildcard", () -> {
            client.put(Map.entry("key", 1));
            return "done";
        });
        CompletableFuture<?> later = client.later("later").toCompletableFuture();
        say("waits", time.waiting());
        time.drain();
        say("stage", later::join);
        say("second client", () -> client.mirrored("key"));
        say("instead", () -> client.page(1));
        say("attempts that waited", time.sleeps().size());
    }

    private static void tellOfPart(Holdfast holdfast) {
        Repository.Part<String> part = new SafeRepository_Part<>(new Store(), holdfast);
        say("nested", () -> part.part(7));
    }

    private static void tellOfInstances(VirtualTime time) {
        CircuitBreaker breaker = CircuitBreaker.builder().build();
        breaker.forceOpen();
        Repository.Part<String> part = SafeRepository_Part.builder(new Store())
                .holdfast(time.holdfast().build())
                .circuitBreaker(breaker)
                .build();
        say("breaker of the caller's", () -> part.part(8));
        breaker.disable();
        say("disabled", () -> part.part(9));
    }

    private static void tellWithoutInterface() {
        AtomicInteger calls = new AtomicInteger();
        say(
                "function",
                () -> Resilience.of(() -> "function " + calls.incrementAndGet())
                        .circuitBreaker(CircuitBreaker.builder().build())
                        .call());
        say(
                "function that returns a stage",
                () -> Resilience.ofStage(() -> CompletableFuture.completedFuture(calls.incrementAndGet()))
                        .circuitBreaker(CircuitBreaker.builder().build())
                        .call()
                        .get());
    }
}
