package dev.holdfast.nativeimage;

import static dev.holdfast.nativeimage.Program.say;

import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.event.ResilienceListener;
import dev.holdfast.runtime.event.StateChangeEvent;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The default context: the system's clock, real waits, the timer's thread. */
final class RealTime {

    private RealTime() {}

    static void tell() throws Exception {
        tellOfWaits();
        tellOfLimits();
        tellOfBreaker();
        tellOfTheEnd();
    }

    private static void tellOfWaits() {
        QuoteService service = new QuoteService();
        QuoteClient client = new ResilientQuoteClient(service);

        service.failures.set(2);
        say("tried three times", timed(60, () -> client.quote("a")));
        service.failures.set(3);
        say("tried three times in vain", () -> client.quote("b"));
        service.failures.set(0);
        service.busy.set(1);
        say("waited as asked", timed(50, () -> client.quote("c")));
        service.busy.set(0);
        service.failures.set(2);
        say("tried three times later", timed(60, () -> client.later("d").get(1, TimeUnit.MINUTES)));
        service.failures.set(0);
        service.busy.set(1);
        say("waited later as asked", timed(50, () -> client.later("e").get(1, TimeUnit.MINUTES)));
        say("calls", service.calls.get());
    }

    private static void tellOfLimits() {
        QuoteClient client = new ResilientQuoteClient(new QuoteService());
        say("interrupted", timed(100, () -> client.slow("a").retryAfter));
        say("cancelled", timed(100, () -> client.never("b").get(1, TimeUnit.MINUTES).retryAfter));
    }

    private static void tellOfBreaker() {
        List<String> changes = new CopyOnWriteArrayList<>();
        Holdfast holdfast = Holdfast.builder()
                .listener(new ResilienceListener() {
                    @Override
                    public void onStateChange(StateChangeEvent event) {
                        changes.add(event.from() + " to " + event.to() + " for " + event.reason());
                    }
                })
                .build();
        QuoteService service = new QuoteService();
        QuoteClient client = new ResilientQuoteClient(service, holdfast);
        service.failures.set(3);
        say("recovered", timed(1_000, () -> untilAnswered(client)));
        say("changes", changes);
        holdfast.close();
    }

    /** The first call opens the breaker; those that it rejects cost the service nothing. */
    private static Answer untilAnswered(QuoteClient client) throws InterruptedException {
        while (true) {
            try {
                return client.fragile("a");
            } catch (CircuitOpenException open) {
                TimeUnit.NANOSECONDS.sleep(open.retryAfter().toNanos());
            } catch (IOException failure) {
                say("opened", failure.toString());
            }
        }
    }

    private static void tellOfTheEnd() {
        Holdfast holdfast = Holdfast.builder().build();
        QuoteService service = new QuoteService();
        service.busy.set(1);
        service.retryAfter = "60";
        CompletableFuture<Answer> waiting = new ResilientQuoteClient(service, holdfast).later("a");
        while (service.calls.get() == 0) {
            Thread.onSpinWait();
        }
        holdfast.close();
        say("waits end with the context", () -> waiting.get(1, TimeUnit.MINUTES));
    }

    /** What a call gives, and whether it took as long as it had to. */
    private static Program.Call timed(long millis, Program.Call call) {
        return () -> {
            long start = System.nanoTime();
            Object outcome = call.make();
            boolean waited = System.nanoTime() - start >= TimeUnit.MILLISECONDS.toNanos(millis);
            return outcome + (waited ? " after the wait" : " too early");
        };
    }
}
