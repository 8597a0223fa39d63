package p;

import dev.holdfast.annotations.*;

@Backoff
@Resilient(qualifier = Override.class, injectContext = true)
interface Injection {
    void call();
}

@Backoff
@Resilient(inject = Inject.NONE, injectContext = true)
interface NotInjected {
    void call();
}
