package dev.holdfast.it.vendors;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.annotations.Resilient;
import dev.holdfast.it.vendors.openapi.ApiException;
import dev.holdfast.it.vendors.openapi.Pet;
import dev.holdfast.it.vendors.openapi.PetApi;

/** An API of a generated client. */
@CircuitBreaker(failureThreshold = 3)
@Backoff(maxAttempts = 3, baseDelay = "10ms")
@RateLimited(on = ApiException.class)
@Resilient(of = PetApi.class, interfaceName = "Pets")
public interface PetPolicy {

    /** Would add another one. */
    @Backoff(maxAttempts = 1)
    Pet addPet(Pet pet);
}
