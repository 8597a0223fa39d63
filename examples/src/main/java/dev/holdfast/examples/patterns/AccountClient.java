package dev.holdfast.examples.patterns;

import dev.holdfast.annotations.CircuitBreaker;
import java.io.IOException;

/** The other of two clients of one server. */
@CircuitBreaker(name = "billing", failureThreshold = 3)
public interface AccountClient {

    /**
     * Tells what an account owes.
     *
     * @param customer whose account
     * @return the amount, in cents
     * @throws IOException if it can't be told
     */
    long balance(String customer) throws IOException;
}
