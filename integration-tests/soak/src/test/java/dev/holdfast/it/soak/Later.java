package dev.holdfast.it.soak;

import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Makes asynchronous calls. */
final class Later {

    private Later() {}

    /** Begins a call, and writes its end down when it comes. */
    static CompletableFuture<Answer> call(Ledger ledger, Guarded client, Script script, Random random) {
        Call call = ledger.begin(client, script, random.nextInt(4) == 0);
        CompletableFuture<Answer> future;
        try {
            future = random.nextBoolean()
                    ? client.client().future(call)
                    : client.client().stage(call).toCompletableFuture();
        } catch (Throwable thrown) {
            ledger.violations().add(Rule.KNOWN_OUTCOME, call + " threw " + thrown);
            ledger.end(call, null, thrown);
            return new CompletableFuture<>();
        }
        future.whenComplete((answer, failure) ->
                ledger.end(call, answer, failure instanceof CompletionException ? failure.getCause() : failure));
        return future;
    }
}
