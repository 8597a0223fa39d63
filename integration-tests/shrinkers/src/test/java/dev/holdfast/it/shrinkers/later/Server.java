package dev.holdfast.it.shrinkers.later;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.Supplier;
import kotlin.ResultKt;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;
import kotlinx.coroutines.DelayKt;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The plain clients: each attempt does the next thing of a script, or answers. */
final class Server implements UserClient, FeedClient, AccountClient {

    /** What an attempt may do. */
    enum Turn {
        FAIL,
        BE_BUSY,
        HANG,
        BREAK_OFF
    }

    private final Deque<Turn> script = new ArrayDeque<>();
    private int attempts;

    Server then(Turn... turns) {
        script.addAll(Arrays.asList(turns));
        return this;
    }

    private <T> T next(String request, Supplier<T> hanging, Supplier<T> broken, Supplier<T> answer) throws IOException {
        attempts++;
        Turn turn = script.poll();
        if (turn == Turn.FAIL) {
            throw new IOException(request + " failed");
        }
        if (turn == Turn.BE_BUSY) {
            throw new BusyException();
        }
        if (turn == Turn.HANG) {
            return hanging.get();
        }
        return turn == Turn.BREAK_OFF ? broken.get() : answer.get();
    }

    private String answer(String request) {
        return request + " after " + attempts;
    }

    @Override
    public Mono<String> user(String login) {
        try {
            return next(login, Mono::never, Mono::empty, () -> Mono.fromSupplier(() -> answer(login)));
        } catch (IOException failure) {
            return Mono.error(failure);
        }
    }

    @Override
    public Mono<String> guest(String login) {
        return user(login);
    }

    @Override
    public Flux<String> feed(String topic) {
        try {
            return next(
                    topic,
                    Flux::never,
                    () -> Flux.just("1").concatWith(Flux.error(new IOException("broke off"))),
                    () -> Flux.just("1", "2", answer(topic)));
        } catch (IOException failure) {
            return Flux.error(failure);
        }
    }

    @Override
    public @Nullable Object account(String login, Continuation<? super String> continuation) {
        try {
            return next(
                    login,
                    () -> DelayKt.awaitCancellation(continuation),
                    () -> later(login, continuation),
                    () -> answer(login));
        } catch (IOException failure) {
            return later(failure, continuation);
        }
    }

    @Override
    public @Nullable Object balance(String login, Continuation<? super String> continuation) {
        return account(login, continuation);
    }

    @Override
    public @Nullable Object debts(String login, Continuation<? super String> continuation) {
        return account(login, continuation);
    }

    /** Suspends for a millisecond. */
    private Object later(Object answer, Continuation<? super String> continuation) {
        return DelayKt.delay(1, new Continuation<Unit>() {
            @Override
            public CoroutineContext getContext() {
                return continuation.getContext();
            }

            @Override
            public void resumeWith(Object delayed) {
                continuation.resumeWith(
                        answer instanceof Throwable
                                ? ResultKt.createFailure((Throwable) answer)
                                : answer(answer + " later"));
            }
        });
    }
}
