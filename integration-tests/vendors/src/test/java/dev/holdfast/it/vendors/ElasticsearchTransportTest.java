package dev.holdfast.it.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.transport.ElasticsearchTransport;
import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.testkit.Reply;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Elasticsearch's transport, which its clients and their namespaces share. */
class ElasticsearchTransportTest extends ClientContract {

    private ElasticsearchTransport real;
    private ElasticsearchTransport transport;
    private ElasticsearchClient search;

    @Override
    void connect(Duration patience) {
        real = ElasticsearchTest.transport(server, patience);
        transport = new ResilientElasticsearchTransport(real);
        search = new ElasticsearchClient(transport);
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
        return ElasticsearchTest.COUNT;
    }

    @Override
    Object content() {
        return 7L;
    }

    @Override
    Class<? extends Throwable> failure() {
        return IOException.class;
    }

    @Override
    Reply down() {
        return ElasticsearchTest.error(503);
    }

    @Override
    Reply limited() {
        return ElasticsearchTest.error(429, "Retry-After: 1");
    }

    @Override
    Reply refused() {
        return ElasticsearchTest.error(400);
    }

    @Override
    void useWithoutCalls() {
        assertThat(transport.jsonpMapper()).isSameAs(real.jsonpMapper());
        assertThat(transport.options()).isSameAs(real.options());
    }

    @Test
    void allClientsAndNamespacesShareTheBreaker() {
        server.otherwise(down());
        ElasticsearchAsyncClient async = new ElasticsearchAsyncClient(transport);
        assertThatThrownBy(() -> search.indices().get(each -> each.index("shop")))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> async.count().join()).hasCauseInstanceOf(IOException.class);
        assertThat(server.requests()).hasSize(6);
        assertThatThrownBy(search::count).isInstanceOf(CircuitOpenException.class);
        assertThatThrownBy(() -> async.count().join()).hasCauseInstanceOf(CircuitOpenException.class);
        assertThat(server.requests()).hasSize(6);
    }
}
