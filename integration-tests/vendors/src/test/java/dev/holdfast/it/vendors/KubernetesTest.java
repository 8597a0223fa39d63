package dev.holdfast.it.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.testkit.Reply;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.okhttp.OkHttpClientFactory;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** Fabric8's client for Kubernetes, which is protected in the client for HTTP below it. */
class KubernetesTest extends ClientContract {

    private static final Reply POD = Reply.status(
            200,
            "{\"kind\":\"Pod\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"a\"}}",
            "Content-Type: application/json");

    private KubernetesClient kubernetes;

    @Override
    void connect(Duration patience) {
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl(server.uri().toString())
                .withRequestRetryBackoffLimit(0)
                .build();
        kubernetes = new KubernetesClientBuilder()
                .withConfig(config)
                .withHttpClientFactory(new OkHttpClientFactory() {
                    @Override
                    protected void additionalConfig(OkHttpClient.Builder builder) {
                        builder.addInterceptor(new ProtectingInterceptor()).readTimeout(patience);
                    }
                })
                .build();
    }

    @Override
    void disconnect() {
        kubernetes.close();
    }

    @Override
    Object call() {
        return pod().getMetadata().getName();
    }

    @Override
    Reply good() {
        return POD;
    }

    @Override
    Object content() {
        return "a";
    }

    @Override
    Class<? extends Throwable> failure() {
        return KubernetesClientException.class;
    }

    private Pod pod() {
        return kubernetes.pods().inNamespace("default").withName("a").get();
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
}
