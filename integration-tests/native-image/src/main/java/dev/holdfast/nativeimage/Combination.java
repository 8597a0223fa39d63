package dev.holdfast.nativeimage;

import dev.holdfast.runtime.Holdfast;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

/** Takes a client with some of the six policies through every trouble that one of them is for, in virtual time. */
public final class Combination {

    private static final Duration SLOW = Duration.ofSeconds(2);
    private static final int CALLS = 11;

    private final String name;
    private final Trouble trouble;
    private final VirtualTime time = new VirtualTime();
    private final long start = time.nanoTime();
    private final Client client;
    private int attempts;

    private Combination(String name, Trouble trouble, Decorator decorator) {
        this.name = name;
        this.trouble = trouble;
        this.client = decorator.decorate(
                this, time.holdfast().random(bound -> bound / 2).build());
    }

    /**
     * Prints what becomes of calls in each trouble.
     *
     * @param name which policies
     * @param decorator makes the client
     */
    public static void drive(String name, Decorator decorator) {
        for (Trouble trouble : Trouble.values()) {
            new Combination(name, trouble, decorator).drive(false);
            new Combination(name, trouble, decorator).drive(true);
        }
    }

    private void drive(boolean later) {
        CompletableFuture<?>[] calls = new CompletableFuture<?>[CALLS];
        for (int i = 0; i < CALLS; i++) {
            calls[i] = later ? client.later(i).toCompletableFuture() : now(i);
            if (later && trouble != Trouble.CROWD) {
                time.drain();
                time.advance(SLOW);
            }
        }
        time.drain();
        time.advance(SLOW);
        Program.say(
                name + ", " + trouble + (later ? ", later" : ""),
                outcome(calls[0]) + ", " + outcome(calls[CALLS - 1]) + ", " + attempts + " attempts, "
                        + time.sleeps().size() + " waits, "
                        + Duration.ofNanos(time.nanoTime() - start));
    }

    private CompletableFuture<String> now(int argument) {
        try {
            return CompletableFuture.completedFuture(client.call("answer " + argument));
        } catch (Exception failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    private static String outcome(CompletableFuture<?> call) {
        if (!call.isDone()) {
            return "pending";
        }
        try {
            return "" + call.join();
        } catch (CompletionException failure) {
            return String.valueOf(failure.getCause());
        }
    }

    /**
     * What the service does with a call.
     *
     * @param argument what was asked
     * @return the same
     * @throws IOException if that is the trouble
     */
    public String call(String argument) throws IOException {
        boolean first = attempts++ == 0;
        return switch (trouble) {
            case DOWN -> throw new IOException("down");
            case DOWN_AT_FIRST -> {
                if (first) {
                    throw new IOException("down");
                }
                yield argument;
            }
            case BUSY_AT_FIRST -> {
                if (first) {
                    throw new Busy();
                }
                yield argument;
            }
            case SLOW -> slowly(argument);
            // Each call within the one before it.
            case CROWD -> attempts <= CALLS ? client.call(argument) : argument;
        };
    }

    private String slowly(String argument) throws IOException {
        try {
            time.sleep(SLOW.toNanos());
            return argument;
        } catch (InterruptedException cut) {
            throw new IOException("cut", cut);
        }
    }

    /**
     * What the service does with an asynchronous call.
     *
     * @param argument what was asked
     * @return the same
     */
    public CompletionStage<String> later(int argument) {
        if (trouble == Trouble.SLOW || trouble == Trouble.CROWD) {
            attempts++;
            CompletableFuture<String> answer = new CompletableFuture<>();
            Future<?> unused = time.schedule(() -> answer.complete("answer " + argument), SLOW.toNanos());
            return answer;
        }
        try {
            return CompletableFuture.completedFuture(call("answer " + argument));
        } catch (IOException | Busy failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    private enum Trouble {
        DOWN,
        DOWN_AT_FIRST,
        BUSY_AT_FIRST,
        SLOW,
        CROWD
    }

    /** Makes a decorated client of a service. */
    public interface Decorator {

        /**
         * Makes it.
         *
         * @param service what the client's delegate calls
         * @param holdfast the context
         * @return the client's two methods
         */
        Client decorate(Combination service, Holdfast holdfast);
    }

    /** The methods that all clients have. */
    public static final class Client {

        private final Now now;
        private final Later later;

        /**
         * Makes one of methods.
         *
         * @param now the synchronous method
         * @param later the asynchronous one
         */
        public Client(Now now, Later later) {
            this.now = now;
            this.later = later;
        }

        String call(String argument) throws IOException {
            return now.call(argument);
        }

        CompletionStage<String> later(int argument) {
            return later.later(argument);
        }
    }

    /** A synchronous method. */
    public interface Now {

        /**
         * Calls it.
         *
         * @param argument what is asked
         * @return the answer
         * @throws IOException if there is none
         */
        String call(String argument) throws IOException;
    }

    /** An asynchronous method. */
    public interface Later {

        /**
         * Calls it.
         *
         * @param argument what is asked
         * @return the answer
         */
        CompletionStage<String> later(int argument);
    }
}
