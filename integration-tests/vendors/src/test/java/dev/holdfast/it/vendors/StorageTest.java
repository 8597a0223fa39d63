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
import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.testkit.Reply;
import dev.holdfast.testkit.ScriptedServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Google's client for Cloud Storage over JSON. */
@Timeout(60)
class StorageTest {

    private static final BlobId ID = BlobId.of("photos", "a");

    private ScriptedServer server;
    private Storage real;
    private Storage storage;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
        real = StorageOptions.http()
                .setRetrySettings(ServiceOptions.getNoRetrySettings())
                .setHost(server.uri().toString())
                .setProjectId("project")
                .setCredentials(NoCredentials.getInstance())
                .setTransportOptions(
                        HttpTransportOptions.newBuilder().setReadTimeout(500).build())
                .build()
                .getService();
        storage = new ResilientStorage(real);
    }

    @AfterEach
    void stop() throws Exception {
        real.close();
        server.close();
    }

    @Test
    void aFailureIsTriedAgain() {
        server.then(Reply.unavailable("down"), Reply.unavailable("down"), Reply.ok("content"));
        assertThat(new String(storage.readAllBytes(ID), UTF_8)).isEqualTo("content");
        assertThat(server.paths()).hasSize(3).allMatch(each -> each.contains("/b/photos/o/a"));
    }

    @Test
    void aRateLimitWaitsAndIsNoFailure() {
        server.then(Reply.status(429, "slow down"), Reply.ok("content"));
        assertThat(new String(storage.readAllBytes(ID), UTF_8)).isEqualTo("content");
        assertThat(server.requests()).hasSize(2);
        assertThat(server.between(0, 1)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aHangingServerIsAFailure() {
        server.otherwise(Reply.stall());
        assertThatThrownBy(() -> storage.readAllBytes(ID)).isInstanceOf(StorageException.class);
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void whatIsWrongWithTheCallIsNotRepeated() {
        server.then(Reply.status(403, "no"));
        assertThatThrownBy(() -> storage.get("photos")).isInstanceOf(StorageException.class);
        assertThat(server.requests()).hasSize(1);
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
    void theBreakerOpensAndWhatSendsNothingStillWorks() {
        server.otherwise(Reply.unavailable("down"));
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> storage.get("photos")).isInstanceOf(StorageException.class);
        }
        assertThatThrownBy(() -> storage.get("photos")).isInstanceOf(CircuitOpenException.class);
        assertThat(server.requests()).hasSize(6);
        assertThat(storage.getOptions()).isSameAs(real.getOptions());
        assertThat(storage.batch()).isNotNull();
    }

    @Test
    void resultsAreTheDelegates() {
        byte[] content = {1};
        Storage fake = (Storage) Proxy.newProxyInstance(
                Storage.class.getClassLoader(), new Class<?>[] {Storage.class}, (self, method, arguments) -> content);
        assertThat(new ResilientStorage(fake).readAllBytes(ID)).isSameAs(content);
    }
}
