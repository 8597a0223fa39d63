package dev.holdfast.it.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.testkit.Reply;
import java.io.IOException;
import java.time.Duration;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.Timeout;
import org.junit.jupiter.api.Test;
import org.opensearch.client.opensearch.OpenSearchAsyncClient;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;
import org.opensearch.client.transport.httpclient5.ResponseException;

/** OpenSearch's transport, which its clients and their namespaces share. */
class OpenSearchTest extends ClientContract {

    private static final String[] HEADERS = {"Content-Type: application/json"};

    private OpenSearchTransport real;
    private OpenSearchTransport transport;
    private OpenSearchClient search;

    @Override
    void connect(Duration patience) {
        real = ApacheHttpClient5TransportBuilder.builder(HttpHost.create(server.uri()))
                .setHttpClientConfigCallback(each -> each.disableAutomaticRetries())
                .setRequestConfigCallback(each -> each.setResponseTimeout(Timeout.of(patience)))
                .build();
        transport = new ResilientOpenSearchTransport(real);
        search = new OpenSearchClient(transport);
    }

    @Override
    void disconnect() throws IOException {
        real.close();
    }

    @Override
    Object call() throws IOException {
        return search.count(each -> each.index("shop")).count();
    }

    @Override
    Reply good() {
        return Reply.status(
                200, "{\"count\":7,\"_shards\":{\"total\":1,\"successful\":1,\"failed\":0,\"skipped\":0}}", HEADERS);
    }

    @Override
    Object content() {
        return 7L;
    }

    @Override
    Class<? extends Throwable> failure() {
        return ResponseException.class;
    }

    @Override
    Reply down() {
        return error(503);
    }

    /** Its exception has no headers. */
    @Override
    Reply limited() {
        return error(429);
    }

    @Override
    Reply refused() {
        return error(400);
    }

    private static Reply error(int status) {
        return Reply.status(
                status,
                "{\"error\":{\"type\":\"overloaded\",\"reason\":\"too much\"},\"status\":" + status + "}",
                HEADERS);
    }

    @Override
    void useWithoutCalls() {
        assertThat(transport.jsonpMapper()).isSameAs(real.jsonpMapper());
        assertThat(transport.options()).isSameAs(real.options());
    }

    @Test
    void allClientsAndNamespacesShareTheBreaker() throws IOException {
        server.otherwise(down());
        OpenSearchAsyncClient async = new OpenSearchAsyncClient(transport);
        assertThatThrownBy(() -> search.indices().get(each -> each.index("shop")))
                .isInstanceOf(ResponseException.class);
        assertThatThrownBy(() -> async.count().join()).hasCauseInstanceOf(ResponseException.class);
        assertThat(server.requests()).hasSize(6);
        assertThatThrownBy(search::count).isInstanceOf(CircuitOpenException.class);
        assertThatThrownBy(() -> async.count().join()).hasCauseInstanceOf(CircuitOpenException.class);
        assertThat(server.requests()).hasSize(6);
    }

    /** Such as that of a proxy. */
    @Test
    void anErrorThatIsNotOfOpenSearchIsRetriedToo() throws IOException {
        server.then(Reply.status(503, "busy", "Content-Type: text/plain"), good());
        assertThat(call()).isEqualTo(7L);
        assertThat(server.requests()).hasSize(2);
    }
}
