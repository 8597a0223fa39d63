package dev.holdfast.it.injection.javax;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Inject;
import dev.holdfast.annotations.Resilient;

/** A class, whose users take an interface. */
@CircuitBreaker
@Backoff(maxAttempts = 3, baseDelay = "10ms")
@Resilient(of = Warehouse.class, interfaceName = "Pieces", inject = Inject.JAVAX)
public interface WarehousePolicy {}
