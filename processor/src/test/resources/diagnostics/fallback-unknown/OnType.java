package com.acme;

import dev.holdfast.annotations.*;

import java.io.*;

/** One message, however many methods. */
@Fallback("cachedUzer")
interface OnType extends Client {
    String one() throws IOException;

    String two() throws IOException;
}
