package dev.holdfast.testing;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A call of a scripted client: one attempt of a call of the protected client. Thread-safe. */
public final class ScriptedCall {

    private final String method;
    private final List<@Nullable Object> arguments;

    /** The answer of an asynchronous method. */
    private volatile @Nullable Future<?> answer;

    ScriptedCall(String method, List<@Nullable Object> arguments) {
        this.method = method;
        this.arguments = Collections.unmodifiableList(arguments);
    }

    /**
     * Returns the name of the method.
     *
     * @return the name
     */
    public String method() {
        return method;
    }

    /**
     * Returns the arguments, without the continuation of a {@code suspend} function.
     *
     * @return unmodifiable
     */
    public List<@Nullable Object> arguments() {
        return arguments;
    }

    /**
     * Returns whether the stage that answered was cancelled, as by a time limit.
     *
     * @return false for a synchronous method
     */
    public boolean isCancelled() {
        Future<?> future = answer;
        return future != null && future.isCancelled();
    }

    void answeredBy(Future<?> future) {
        answer = future;
    }

    /** Returns the call as in source: {@code user(octocat)}. */
    @Override
    public String toString() {
        return arguments.stream().map(String::valueOf).collect(Collectors.joining(", ", method + "(", ")"));
    }
}
