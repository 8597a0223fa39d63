package dev.holdfast.scenarios;

import dev.holdfast.annotations.Fallback;
import java.io.IOException;

/** Falls back to a second client. */
@Fallback
interface MirroredClient {

    String file(String path) throws IOException;
}
