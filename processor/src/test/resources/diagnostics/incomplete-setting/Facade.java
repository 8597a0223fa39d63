package p;

import dev.holdfast.annotations.*;

@Backoff
@Resilient(interfaceName = "Other")
interface Facade {
    void call();
}
