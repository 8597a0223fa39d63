package dev.holdfast.it.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.testkit.Reply;
import dev.holdfast.testkit.ScriptedServer;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.okhttp.OkHttpClientFactory;
import java.io.IOException;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Fabric8's client for Kubernetes, which is protected in the client for HTTP below it. */
@Timeout(60)
class KubernetesTest {

    private static final Reply POD = Reply.status(
            200,
            "{\"kind\":\"Pod\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"a\"}}",
            "Content-Type: application/json");

    private ScriptedServer server;
    private KubernetesClient kubernetes;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl(server.uri().toString())
                .withRequestRetryBackoffLimit(0)
                .build();
        kubernetes = new KubernetesClientBuilder()
                .withConfig(config)
                .withHttpClientFactory(new OkHttpClientFactory() {
                    @Override
                    protected void additionalConfig(OkHttpClient.Builder builder) {
                        builder.addInterceptor(new ProtectingInterceptor()).readTimeout(Duration.ofMillis(500));
                    }
                })
                .build();
    }

    @AfterEach
    void stop() throws IOException {
        kubernetes.close();
        server.close();
    }

    private Pod pod() {
        return kubernetes.pods().inNamespace("default").withName("a").get();
    }

    @Test
    void aFailureIsTriedAgain() {
        server.then(Reply.unavailable("down"), Reply.unavailable("down"), POD);
        assertThat(pod().getMetadata().getName()).isEqualTo("a");
        assertThat(server.paths()).hasSize(3).containsOnly("/api/v1/namespaces/default/pods/a");
    }

    @Test
    void theWaitThatTheServerAsksForIsKept() {
        server.then(Reply.tooManyRequests("1"), POD);
        assertThat(pod()).isNotNull();
        assertThat(server.requests()).hasSize(2);
        assertThat(server.between(0, 1)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whatIsWrongOrMayHaveBeenDoneIsNotRepeated() {
        server.then(Reply.status(404, "{}"), Reply.unavailable("down"));
        assertThat(pod()).isNull();
        Pod created =
                new PodBuilder().withNewMetadata().withName("b").endMetadata().build();
        assertThatThrownBy(() -> kubernetes
                        .pods()
                        .inNamespace("default")
                        .resource(created)
                        .create())
                .isInstanceOf(KubernetesClientException.class);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void theBreakerSparesAServerThatHangs() {
        server.otherwise(Reply.stall());
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> pod()).isInstanceOf(KubernetesClientException.class);
        }
        assertThatThrownBy(() -> pod())
                .isInstanceOf(KubernetesClientException.class)
                .hasRootCauseInstanceOf(CircuitOpenException.class);
        assertThat(server.requests()).hasSize(6);
    }
}
