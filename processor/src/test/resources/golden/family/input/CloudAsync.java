package com.acme.cloud;

import java.util.concurrent.CompletableFuture;

/** Leads back to the other client. */
public interface CloudAsync {

    Cloud sync();

    CompletableFuture<String> ping(String region);
}
