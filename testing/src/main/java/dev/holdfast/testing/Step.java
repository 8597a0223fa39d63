package dev.holdfast.testing;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a scripted client answers one attempt; see {@link Script}. Immutable.
 *
 * <p>Made for a static import: {@code import static dev.holdfast.testing.Step.*;}
 */
public class Step {

    /** An answer that is computed when an attempt is made. */
    @FunctionalInterface
    public interface Answer {

        /**
         * Answers an attempt.
         *
         * @param arguments those of the method
         * @return the result
         * @throws Throwable the failure
         */
        @Nullable
        Object to(List<@Nullable Object> arguments) throws Throwable;
    }

    /** In place of a number of times. */
    static final int ALWAYS = Integer.MAX_VALUE;

    private final String text;
    private final Answer answer;

    /** Before the answer, in nanoseconds; negative for an attempt that has no end of its own. */
    final long delay;

    final int times;

    Step(String text, Answer answer, long delay, int times) {
        this.text = text;
        this.answer = Objects.requireNonNull(answer, "answer");
        this.delay = delay;
        this.times = times;
    }

    private static Step of(String text, Answer answer) {
        return new Step(text, answer, 0, 1);
    }

    /**
     * Answers with nothing: null, or the end of a {@code void} method.
     *
     * @return the step
     */
    public static Step ok() {
        return of("ok", arguments -> null);
    }

    /**
     * Answers with a result. A method that returns a stage gets a completed one. A method that returns
     * {@code java.net.http.HttpResponse} gets a response 200 with this body.
     *
     * @param result the result
     * @return the step
     */
    public static Step ok(@Nullable Object result) {
        return of("ok(" + result + ")", arguments -> result);
    }

    /**
     * Fails. A method that returns a stage gets a failed one. The exception must be one that the method declares, or unchecked.
     *
     * @param failure the exception
     * @return the step
     */
    public static Step fail(Throwable failure) {
        Objects.requireNonNull(failure, "failure");
        return fail(() -> failure);
    }

    /**
     * Fails with a new exception each time, for {@link #times} and {@link #always}.
     *
     * @param failure makes the exception
     * @return the step
     */
    public static Step fail(Supplier<? extends Throwable> failure) {
        return of("fail", arguments -> {
            throw failure.get();
        });
    }

    /**
     * Fails with an HTTP status: the same as {@link #status}, but for the statuses of failures only.
     *
     * @param status from 400 to 599
     * @return the step, which may get headers
     */
    public static StatusStep fail(int status) {
        if (status < 400) {
            throw new IllegalArgumentException("status " + status + " is no failure; write status(" + status + ")");
        }
        return status(status);
    }

    /**
     * Answers with an HTTP status. A method that returns {@code java.net.http.HttpResponse} gets a response; for any other,
     * {@link Script#answers} says which result or exception carries the status.
     *
     * @param status from 100 to 599
     * @return the step, which may get headers and a body
     */
    public static StatusStep status(int status) {
        return StatusStep.of(status);
    }

    /**
     * Answers with the status 429 and {@code Retry-After}.
     *
     * @param wait how long the service asks to wait, as in annotations: {@code "2s"}
     * @return the step, which may get more headers
     */
    public static StatusStep hint(String wait) {
        return StatusStep.of(429).header("Retry-After", Durations.seconds(Durations.parse(wait)));
    }

    /**
     * Answers with what a function returns or throws.
     *
     * @param answer gets the arguments
     * @return the step
     */
    public static Step answer(Answer answer) {
        return of("answer", answer);
    }

    /**
     * Does not answer. A synchronous attempt moves the virtual time until its {@code @Timeout} or deadline interrupts it; a stage never
     * completes. Not for suspend functions. Needs {@link Script#in virtual time} in a synchronous method.
     *
     * @return the step
     */
    public static Step hang() {
        return new Step("hang", arguments -> null, -1, 1);
    }

    /**
     * Takes virtual time before another step. Needs {@link Script#in virtual time}.
     *
     * @param duration as in annotations: {@code "2s"}
     * @param step what follows
     * @return the step
     */
    public static Step delay(String duration, Step step) {
        return step.delayed(Durations.parse(duration).toNanos());
    }

    /**
     * Plays a step several times.
     *
     * @param number how many times, 1 or more
     * @param step the step
     * @return the step
     */
    public static Step times(int number, Step step) {
        if (number < 1) {
            throw new IllegalArgumentException("number is " + number + ", must be 1 or more");
        }
        return step.repeated(number);
    }

    /**
     * Plays a step for all further attempts.
     *
     * @param step the step
     * @return the step, which must be the last one of a script
     */
    public static Step always(Step step) {
        return step.repeated(ALWAYS);
    }

    Step delayed(long nanos) {
        return new Step(text, answer, delay < 0 ? delay : delay + nanos, times);
    }

    Step repeated(int number) {
        return new Step(text, answer, delay, number);
    }

    boolean hangs() {
        return delay < 0;
    }

    /** Returns the result that the method is to return, or throws. */
    @Nullable
    Object answer(ScriptedMethod method, List<@Nullable Object> arguments) throws Throwable {
        return method.result(answer.to(arguments));
    }

    /** Returns the step, for messages. */
    @Override
    public String toString() {
        return text;
    }
}
