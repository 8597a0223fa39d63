package dev.holdfast.it.soak;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What every client can do. Interfaces below this one have the policies. */
interface Client {

    Answer get(Call call) throws IOException, RefusedException, InterruptedException;

    /** Can't be told by an exception that it was interrupted. */
    Answer quiet(Call call) throws IOException, RefusedException;

    CompletableFuture<Answer> future(Call call);

    CompletionStage<Answer> stage(Call call);
}
