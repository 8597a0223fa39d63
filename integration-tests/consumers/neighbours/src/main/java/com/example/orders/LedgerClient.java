package com.example.orders;

import dev.holdfast.annotations.Backoff;
import java.io.IOException;

/** Names classes that do not exist before two other processors have written them. */
@SuppressWarnings("AutoValueSubclassLeaked") // Error Prone's advice, and the very case that is tried here
@Backoff(maxAttempts = 2, baseDelay = "1s")
interface LedgerClient {

    void book(AutoValue_Receipt receipt) throws IOException;

    OrderMapperImpl mapper() throws IOException;
}
