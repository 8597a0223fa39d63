package com.acme;

import dev.holdfast.annotations.*;
import java.io.IOException;

@Bulkhead(maxWait = "5s")
interface Client {
    @Timeout("1s")
    String tooShort() throws IOException;

    @Timeout("5s")
    String fine() throws IOException;

    String unlimited() throws IOException;
}
