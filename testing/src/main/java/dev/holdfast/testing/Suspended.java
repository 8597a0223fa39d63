package dev.holdfast.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Answers a suspend function of Kotlin, by the names of the few members that this takes, so that only those who have Kotlin need it.
 * Unlike the proxy, a continuation takes any exception, declared or not.
 */
final class Suspended {

    private final Object continuation;

    Suspended(Object continuation) {
        this.continuation = continuation;
    }

    /** Returns what the function returns: the result, if there is one already, or the mark of a function that suspends. */
    @Nullable
    @SuppressWarnings("FutureReturnValueIgnored") // the continuation gets the failure
    Object answer(CompletableFuture<@Nullable Object> answer) {
        if (answer.isDone() && !answer.isCompletedExceptionally()) {
            return answer.join();
        }
        answer.whenComplete((value, failure) -> resume(failure == null ? value : failed(failure)));
        return call("kotlin.coroutines.intrinsics.CoroutineSingletons", "valueOf", null, "COROUTINE_SUSPENDED");
    }

    private @Nullable Object failed(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return call("kotlin.ResultKt", "createFailure", null, cause);
    }

    private void resume(@Nullable Object result) {
        call("kotlin.coroutines.Continuation", "resumeWith", continuation, result);
    }

    private @Nullable Object call(String owner, String name, @Nullable Object target, @Nullable Object... arguments) {
        try {
            Class<?> type = Class.forName(owner, true, continuation.getClass().getClassLoader());
            for (Method method : type.getMethods()) {
                if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
                    return method.invoke(target, arguments);
                }
            }
            throw new NoSuchMethodException(owner + "." + name);
        } catch (InvocationTargetException thrown) {
            throw new IllegalStateException(thrown.getCause());
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException(
                    "The script can't answer a suspend function with this version of Kotlin", missing);
        }
    }
}
