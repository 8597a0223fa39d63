package dev.holdfast.it.vendors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.cloud.NoCredentials;
import com.google.cloud.ServiceOptions;
import com.google.cloud.http.HttpTransportOptions;
import com.google.cloud.storage.BlobId;
import com.google.cloud.storage.BlobInfo;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.StorageException;
import com.google.cloud.storage.StorageOptions;
import dev.holdfast.testkit.Reply;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Google's client for Cloud Storage over JSON. */
class StorageTest extends ClientContract {

    private static final BlobId ID = BlobId.of("photos", "a");

    private Storage real;
    private Storage storage;

    @Override
    void connect(Duration patience) {
        real = StorageOptions.http()
                .setRetrySettings(ServiceOptions.getNoRetrySettings())
                .setHost(server.uri().toString())
                .setProjectId("project")
                .setCredentials(NoCredentials.getInstance())
                .setTransportOptions(HttpTransportOptions.newBuilder()
                        .setReadTimeout((int) patience.toMillis())
                        .build())
                .build()
                .getService();
        storage = new ResilientStorage(real);
    }

    @Override
    void disconnect() throws Exception {
        real.close();
    }

    @Override
    Object call() {
        return new String(storage.readAllBytes(ID), UTF_8);
    }

    @Override
    Reply good() {
        return Reply.ok("content");
    }

    @Override
    Object content() {
        return "content";
    }

    @Override
    Class<? extends Throwable> failure() {
        return StorageException.class;
    }

    /** Its exception has no headers. */
    @Override
    Reply limited() {
        return Reply.status(429, "slow down");
    }

    @Override
    void useWithoutCalls() {
        assertThat(storage.getOptions()).isSameAs(real.getOptions());
        assertThat(storage.batch()).isNotNull();
    }

    @Test
    void aStreamIsSentOnce() {
        server.otherwise(Reply.unavailable("down"));
        assertThatThrownBy(() ->
                        storage.createFrom(BlobInfo.newBuilder(ID).build(), new ByteArrayInputStream(new byte[] {1})))
                .isInstanceOf(StorageException.class);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void resultsAreTheDelegates() {
        byte[] content = {1};
        Storage fake = (Storage) Proxy.newProxyInstance(
                Storage.class.getClassLoader(), new Class<?>[] {Storage.class}, (self, method, arguments) -> content);
        assertThat(new ResilientStorage(fake).readAllBytes(ID)).isSameAs(content);
    }
}
