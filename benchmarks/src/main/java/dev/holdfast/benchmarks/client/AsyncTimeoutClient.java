package dev.holdfast.benchmarks.client;

import dev.holdfast.annotations.Timeout;

/** Limited to a time that no call takes. */
@Timeout("10s")
public interface AsyncTimeoutClient extends AsyncClient {}
