package com.acme.cloud.storage;

import com.acme.cloud.CloudException;

/** Has parts of its own, of which one is generic and one is opened by a call. */
public interface FileService {

    FileService withOptions(String options);

    Raw raw();

    <T extends Comparable<T>> Table<T> table(Class<T> type);

    Table<String> names();

    Raw open(String delegate, int shared) throws CloudException;

    byte[] read(String guards) throws CloudException;

    default byte[] read(String name, int from) throws CloudException {
        return read(name);
    }

    void delete(String name) throws CloudException;

    interface Raw {
        int read(String name) throws CloudException;

        /** A type of the interface that has the name of one of ours. */
        interface Shared {}
    }

    interface Table<T extends Comparable<T>> {
        T get(String key) throws CloudException;
    }
}
