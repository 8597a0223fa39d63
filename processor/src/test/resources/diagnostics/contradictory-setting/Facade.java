package p;

import dev.holdfast.annotations.*;

interface Library {
    void call();
}

@Backoff
@Resilient(of = Library.class, interfaceName = "Other")
interface LibraryPolicy {}
