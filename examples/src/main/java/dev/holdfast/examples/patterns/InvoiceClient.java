package dev.holdfast.examples.patterns;

import dev.holdfast.annotations.CircuitBreaker;
import java.io.IOException;

/** One of two clients of one server: what either finds out about its health, both know. */
@CircuitBreaker(name = "billing", failureThreshold = 3)
public interface InvoiceClient {

    /**
     * Fetches an invoice.
     *
     * @param number its number
     * @return the invoice
     * @throws IOException if it can't be fetched
     */
    String invoice(String number) throws IOException;
}
