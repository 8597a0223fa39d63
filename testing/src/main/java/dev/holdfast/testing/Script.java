package dev.holdfast.testing;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A client that plays steps, in place of one that needs a server: the delegate of a protected client in a test.
 *
 * <pre>{@code
 * Script<GitHubClient> script = Script.of(GitHubClient.class, fail(503), hint("2s"), ok("octocat"));
 * GitHubClient client = new ResilientGitHubClient(script.client(), holdfast);
 *
 * client.user("octocat");
 *
 * assertThat(script.calls("user")).hasSize(3);
 * }</pre>
 *
 * <p>Each call of the scripted client, so each attempt, plays one step. An attempt without a step is an {@link AssertionError}; a
 * {@link Step#always} at the end answers any number of attempts. Default methods run as they are, unless they have steps of their
 * own, and {@code close()} does nothing. A proxy, so for interfaces only. Thread-safe.
 *
 * @param <T> the interface
 */
public final class Script<T> {

    /** Says which result or exception carries an HTTP status. */
    @FunctionalInterface
    public interface StatusAnswer {

        /**
         * Makes an answer.
         *
         * @param status the HTTP status
         * @param headers the headers
         * @return a result, or an exception to be thrown
         */
        Object of(int status, Map<String, String> headers);
    }

    /** The steps of all methods that have none of their own. */
    private static final String ANY = "";

    private final Class<T> type;
    private final T client;

    /** What is left to be played, by the name of the method. Guarded by itself, as all below. */
    private final Map<String, Deque<Step>> steps = new HashMap<>();

    private final List<ScriptedCall> calls = new ArrayList<>();
    private final Map<Class<?>, Function<Supplier<CompletableFuture<@Nullable Object>>, ?>> adapters =
            new LinkedHashMap<>();
    private @Nullable StatusAnswer statusAnswer;
    private @Nullable VirtualTime time;

    private Script(Class<T> type) {
        if (!type.isInterface()) {
            throw new IllegalArgumentException(type.getName() + " is no interface, and a script can only be one");
        }
        this.type = type;
        this.client = type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this::invoke));
    }

    /**
     * Returns a script that all methods of a client share.
     *
     * @param type the interface
     * @param steps what its calls play, in the order of the calls
     * @param <T> the interface
     * @return the script
     */
    public static <T> Script<T> of(Class<T> type, Step... steps) {
        Script<T> script = new Script<>(type);
        script.add(ANY, steps);
        return script;
    }

    /**
     * Adds steps for all methods that have none of their own.
     *
     * @param more played after those that the script has
     * @return this
     */
    public Script<T> then(Step... more) {
        add(ANY, more);
        return this;
    }

    /**
     * Adds steps for one method, and for its overloads.
     *
     * @param method its name
     * @param more played after those that the method has
     * @return this
     * @throws IllegalArgumentException if the client has no such method
     */
    public Script<T> on(String method, Step... more) {
        TreeSet<String> names = Arrays.stream(type.getMethods())
                .filter(each -> !Modifier.isStatic(each.getModifiers()))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!names.contains(method)) {
            throw new IllegalArgumentException(
                    type.getSimpleName() + " has no method " + method + ", only " + String.join(", ", names));
        }
        add(method, more);
        return this;
    }

    private void add(String method, Step... more) {
        synchronized (steps) {
            Deque<Step> known = steps.computeIfAbsent(method, any -> new ArrayDeque<>());
            for (Step step : more) {
                if (!known.isEmpty() && known.getLast().times == Step.ALWAYS) {
                    throw new IllegalArgumentException("nothing can follow always(" + known.getLast() + ")");
                }
                known.add(step);
            }
        }
    }

    /**
     * Sets the time in which {@link Step#hang} and {@link Step#delay} take place.
     *
     * @param virtualTime that of the protected client
     * @return this
     */
    public Script<T> in(VirtualTime virtualTime) {
        synchronized (steps) {
            time = virtualTime;
        }
        return this;
    }

    /**
     * Sets what carries the status and the headers of {@link Step#status}, {@link Step#hint} and {@link Step#fail(int)}, such as
     * {@code LoginException::new}. Methods that return {@code java.net.http.HttpResponse} need none.
     *
     * @param answer makes a result, or an exception to be thrown
     * @return this
     */
    public Script<T> answers(StatusAnswer answer) {
        synchronized (steps) {
            statusAnswer = answer;
        }
        return this;
    }

    /**
     * Sets how methods answer that return a type of a library, such as {@code adapt(Mono.class, Mono::fromFuture)}. Each future that is
     * asked for plays a step.
     *
     * @param returnType the type
     * @param adapter makes it of futures
     * @param <R> the type
     * @return this
     */
    public <R> Script<T> adapt(
            Class<R> returnType, Function<Supplier<CompletableFuture<@Nullable Object>>, ? extends R> adapter) {
        synchronized (steps) {
            adapters.put(returnType, adapter);
        }
        return this;
    }

    /**
     * Returns the client that plays the script.
     *
     * @return always the same
     */
    public T client() {
        return client;
    }

    /**
     * Returns the calls so far.
     *
     * @return a copy
     */
    public List<ScriptedCall> calls() {
        synchronized (steps) {
            return new ArrayList<>(calls);
        }
    }

    /**
     * Returns the calls of a method so far.
     *
     * @param method its name
     * @return a copy
     */
    public List<ScriptedCall> calls(String method) {
        return calls().stream().filter(call -> call.method().equals(method)).collect(Collectors.toList());
    }

    /**
     * Returns the steps that are still to be played, but for those that always are.
     *
     * @return the number, 0 at the end of the script
     */
    public int stepsLeft() {
        synchronized (steps) {
            return steps.values().stream()
                    .flatMap(Deque::stream)
                    .mapToInt(step -> step.times == Step.ALWAYS ? 0 : step.times)
                    .sum();
        }
    }

    @SuppressWarnings("ReferenceEquality") // a proxy is equal to itself only
    private @Nullable Object invoke(Object proxy, Method called, @Nullable Object @Nullable [] given) throws Throwable {
        ScriptedMethod method = new ScriptedMethod(called, known(() -> statusAnswer));
        if (called.getDeclaringClass() == Object.class) {
            return called.getName().equals("equals") && given != null
                    ? given[0] == proxy
                    : method.invokeOn(this, given);
        }
        if (!hasSteps(called.getName())) {
            if (called.isDefault()) {
                return method.invokeDefault(proxy, given);
            }
            if (isClose(called)) {
                return null;
            }
        }
        List<@Nullable Object> arguments = method.arguments(given);
        Function<Supplier<CompletableFuture<@Nullable Object>>, ?> adapter =
                known(() -> adapters.get(called.getReturnType()));
        if (adapter != null) {
            return adapter.apply(() -> playLater(method, called.getName(), arguments));
        }
        if (method.suspends() && given != null) {
            Object continuation = Objects.requireNonNull(given[given.length - 1]);
            return new Suspended(continuation).answer(playLater(method, called.getName(), arguments));
        }
        return method.returnsStage()
                ? playLater(method, called.getName(), arguments)
                : playNow(method, called.getName(), arguments);
    }

    private <V extends @Nullable Object> V known(Supplier<V> field) {
        synchronized (steps) {
            return field.get();
        }
    }

    private boolean hasSteps(String name) {
        return known(() -> steps.containsKey(name));
    }

    private static boolean isClose(Method method) {
        return method.getName().equals("close") && method.getParameterCount() == 0;
    }

    private @Nullable Object playNow(ScriptedMethod method, String name, List<@Nullable Object> arguments)
            throws Throwable {
        Step step = next(method, new ScriptedCall(name, arguments));
        if (step.delay != 0) {
            pass(method, step);
        }
        Object result;
        try {
            result = step.answer(method, arguments);
        } catch (Throwable failure) {
            throw method.checked(failure);
        }
        return method.checked(result);
    }

    /** Takes the time of a step on the calling thread. */
    private void pass(ScriptedMethod method, Step step) throws Exception {
        VirtualTime clock = time(method);
        try {
            if (step.hangs()) {
                clock.hang();
                throw new AssertionError(
                        method + " hangs, and nothing is due that would end it: no @Timeout, no deadline");
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            clock.take(step.delay);
        } catch (InterruptedException interrupted) {
            throw interruption(method, interrupted);
        }
    }

    /** Returns an interrupt as a method throws it that declares it, or else as a client does that reads from a socket. */
    private static Exception interruption(ScriptedMethod method, InterruptedException interrupted) {
        if (method.declares(interrupted)) {
            return interrupted;
        }
        Thread.currentThread().interrupt();
        IOException io = new InterruptedIOException("interrupted");
        io.initCause(interrupted);
        return method.declares(io) ? io : new IllegalStateException("interrupted", interrupted);
    }

    private VirtualTime time(ScriptedMethod method) {
        VirtualTime known = known(() -> time);
        if (known == null) {
            throw new AssertionError(
                    method + " has a step that takes time. Tell the script in which time: .in(virtualTime)");
        }
        return known;
    }

    private CompletableFuture<@Nullable Object> playLater(
            ScriptedMethod method, String name, List<@Nullable Object> arguments) {
        ScriptedCall call = new ScriptedCall(name, arguments);
        Step step = next(method, call);
        if (step.hangs() && method.suspends()) {
            throw new AssertionError(method + " has hang(), which nothing could cancel in a suspend function. Write a"
                    + " delegate that calls awaitCancellation(), or use delay(...).");
        }
        CompletableFuture<@Nullable Object> answer = new CompletableFuture<>();
        call.answeredBy(answer);
        if (step.delay > 0) {
            time(method).after(step.delay, () -> complete(answer, step, method, arguments));
        } else if (!step.hangs()) {
            complete(answer, step, method, arguments);
        }
        return answer;
    }

    private static void complete(
            CompletableFuture<@Nullable Object> answer,
            Step step,
            ScriptedMethod method,
            List<@Nullable Object> arguments) {
        try {
            Object result = step.answer(method, arguments);
            if (result instanceof CompletionStage) {
                ((CompletionStage<?>) result).whenComplete((value, failure) -> {
                    if (failure == null) {
                        answer.complete(value);
                    } else {
                        answer.completeExceptionally(failure);
                    }
                });
            } else {
                answer.complete(result);
            }
        } catch (Throwable failure) {
            answer.completeExceptionally(failure);
        }
    }

    /** Notes a call, and takes the next step of its method. */
    private Step next(ScriptedMethod method, ScriptedCall call) {
        synchronized (steps) {
            calls.add(call);
            Deque<Step> left =
                    Objects.requireNonNull(steps.get(steps.containsKey(call.method()) ? call.method() : ANY));
            Step step = left.poll();
            if (step == null) {
                throw new AssertionError("The script has no step left for " + method + ". It was called so: " + calls
                        + ". Add a step, or end with always(...).");
            }
            if (step.times == Step.ALWAYS) {
                left.addFirst(step);
            } else if (step.times > 1) {
                left.addFirst(step.repeated(step.times - 1));
            }
            return step;
        }
    }

    /** Returns a name for messages. */
    @Override
    public String toString() {
        return "script of " + type.getSimpleName();
    }
}
