package io.smallrye.mutiny;

import java.util.concurrent.Flow;

/** A little of Mutiny's. */
public interface Multi<T> extends Flow.Publisher<T> {}
