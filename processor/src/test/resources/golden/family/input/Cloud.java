package com.acme.cloud;

import com.acme.cloud.backup.BackupService;
import com.acme.cloud.storage.FileService;
import java.util.function.Consumer;

/** A library's client, which only leads to others. */
public interface Cloud extends AutoCloseable {

    CloudAsync async();

    Cloud withOptions(Consumer<StringBuilder> options);

    FileService files();

    BackupService backups();

    Admin admin();

    String ping() throws CloudException;

    @Override
    void close();

    /** Not named, so not protected. */
    interface Admin {
        void reset(String name) throws CloudException;
    }
}
