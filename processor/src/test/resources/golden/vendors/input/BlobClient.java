package com.acme.blob;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A library's client, whose every method is a default one that its real client overrides. */
public interface BlobClient<K extends Comparable<K>> extends AutoCloseable {

    default byte[] get(K key) throws BlobException {
        throw new UnsupportedOperationException();
    }

    /** A convenience method, whose call of the other one is no second call of the client. */
    default byte[] get(K key, String version) throws BlobException {
        return get(key);
    }

    default void put(K key, byte... content) throws BlobException {
        throw new UnsupportedOperationException();
    }

    default <T extends Comparable<T>> List<T> list(Class<? extends T> as) throws BlobException {
        throw new UnsupportedOperationException();
    }

    default CompletableFuture<byte[]> getAsync(K key) {
        throw new UnsupportedOperationException();
    }

    @Deprecated
    default void purge() throws BlobException {
        throw new UnsupportedOperationException();
    }

    default BlobUtilities utilities() {
        throw new UnsupportedOperationException();
    }

    BlobClient<K> inRegion(String region);

    String serviceName();

    @Override
    void close();
}
