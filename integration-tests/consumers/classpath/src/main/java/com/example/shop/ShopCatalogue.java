package com.example.shop;

import com.example.catalogue.CatalogueReader;
import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import java.io.IOException;

/** The catalogue as the shop uses it: its own breaker around everything, the library's retries where it asks for them. */
@CircuitBreaker(failureThreshold = 4, recoveryTimeout = "30s")
public interface ShopCatalogue extends CatalogueReader<Article> {

    @Override
    @Backoff(maxAttempts = 4, baseDelay = "10ms")
    int stock(Article article) throws IOException;

    void reserve(Article article, int count) throws IOException;
}
