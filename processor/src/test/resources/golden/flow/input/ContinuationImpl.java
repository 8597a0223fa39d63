package kotlin.coroutines.jvm.internal;

import java.io.Serializable;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;

/** As much of Kotlin's as generated code needs. */
@SuppressWarnings("serial")
public abstract class ContinuationImpl implements Continuation<Object>, Serializable {

    private final Continuation<Object> completion;

    public ContinuationImpl(Continuation<Object> completion) {
        this.completion = completion;
    }

    @Override
    public CoroutineContext getContext() {
        return completion.getContext();
    }

    @Override
    public final void resumeWith(Object result) {
        completion.resumeWith(invokeSuspend(result));
    }

    protected abstract Object invokeSuspend(Object result);
}
