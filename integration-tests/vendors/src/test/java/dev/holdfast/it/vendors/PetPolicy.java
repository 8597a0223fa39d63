package dev.holdfast.it.vendors;

import com.acme.pets.ApiException;
import com.acme.pets.Pet;
import com.acme.pets.PetApi;
import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.annotations.Resilient;

/** An API of a client that is generated for the library {@code native}. */
@CircuitBreaker(failureThreshold = 3)
@Backoff(maxAttempts = 3, baseDelay = "10ms")
@RateLimited(on = ApiException.class)
@Resilient(of = PetApi.class, interfaceName = "Pets", exempt = "downloadFileFromResponse")
public interface PetPolicy {

    /** Would add another one. */
    @Backoff(maxAttempts = 1)
    Pet addPet(Pet pet);
}
