package com.acme.cloud.backup;

import com.acme.cloud.CloudException;

/** A part with a default method only. */
public interface BackupService {

    default void restore(String name) throws CloudException {
        throw new UnsupportedOperationException();
    }
}
