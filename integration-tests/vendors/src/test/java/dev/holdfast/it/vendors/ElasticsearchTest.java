package dev.holdfast.it.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.IndexRequest;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.ElasticsearchTransport;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.testkit.Reply;
import dev.holdfast.testkit.ScriptedServer;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import org.apache.hc.core5.util.Timeout;
import org.junit.jupiter.api.Test;

/** Elasticsearch's own client, which is a class, against a server that fails. */
class ElasticsearchTest extends ClientContract {

    private static final String[] HEADERS = {
        "X-Elastic-Product: Elasticsearch", "Content-Type: application/vnd.elasticsearch+json;compatible-with=9"
    };

    static final Reply COUNT =
            Reply.status(200, "{\"count\":7,\"_shards\":{\"total\":1,\"successful\":1,\"failed\":0}}", HEADERS);

    private static final Reply FOUND = Reply.status(
            200,
            "{\"took\":1,\"timed_out\":false,\"_shards\":{\"total\":1,\"successful\":1,\"failed\":0},"
                    + "\"hits\":{\"hits\":[{\"_index\":\"shop\",\"_id\":\"1\",\"_source\":{\"name\":\"tea\"}}]}}",
            HEADERS);

    private record Article(String name) {}

    private ElasticsearchClient real;
    private ResilientElasticsearchClient search;

    @Override
    void connect(Duration patience) {
        real = new ElasticsearchClient(transport(server, patience));
        search = new ResilientElasticsearchClient(real);
    }

    static ElasticsearchTransport transport(ScriptedServer server, Duration patience) {
        Rest5Client http = Rest5Client.builder(server.uri())
                .setHttpClientConfigCallback(each -> each.disableAutomaticRetries())
                .setRequestConfigCallback(each -> each.setResponseTimeout(Timeout.of(patience)))
                .build();
        return new Rest5ClientTransport(http, new JacksonJsonpMapper());
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
        return COUNT;
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
        return error(503);
    }

    @Override
    Reply limited() {
        return error(429, "Retry-After: 1");
    }

    @Override
    Reply refused() {
        return error(400);
    }

    @Override
    int failuresToOpen() {
        return 3;
    }

    static Reply error(int status, String... headers) {
        String[] all = Arrays.copyOf(HEADERS, HEADERS.length + headers.length);
        System.arraycopy(headers, 0, all, HEADERS.length, headers.length);
        return Reply.status(
                status, "{\"error\":{\"type\":\"overloaded\",\"reason\":\"too much\"},\"status\":" + status + "}", all);
    }

    @Test
    void aGenericSearchIsRetried() throws IOException {
        server.then(error(503), FOUND);
        assertThat(search.search(each -> each.index("shop"), Article.class)
                        .hits()
                        .hits())
                .extracting(each -> each.source())
                .containsExactly(new Article("tea"));
        assertThat(server.paths())
                .allMatch(each -> each.startsWith("/shop/_search"))
                .hasSize(2);
    }

    @Test
    void aDocumentIsNotWrittenTwice() {
        server.then(error(503));
        IndexRequest<Article> request =
                IndexRequest.of(each -> each.index("shop").document(new Article("tea")));
        assertThatThrownBy(() -> search.index(request)).isInstanceOf(IOException.class);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aClientWithOtherOptionsSharesTheBreaker() throws IOException {
        server.otherwise(error(503));
        ResilientElasticsearchClient tenant =
                search.withTransportOptions(each -> each.addHeader("X-Opaque-Id", "tenant"));
        assertThatThrownBy(tenant::count).isInstanceOf(IOException.class);
        assertThatThrownBy(search::count).isInstanceOf(CircuitOpenException.class);
        assertThatThrownBy(tenant::count).isInstanceOf(CircuitOpenException.class);
        assertThat(server.requests()).hasSize(3);
    }

    /** The client that makes its own transport. */
    @Test
    void aClientOfAHostRepeatsNothingItself() throws IOException {
        server.otherwise(error(503));
        try (ElasticsearchClient plain = ElasticsearchClient.of(each -> each.host(server.uri()))) {
            ResilientElasticsearchClient search = new ResilientElasticsearchClient(plain);
            assertThatThrownBy(search::count).isInstanceOf(IOException.class);
        }
        assertThat(server.requests()).hasSize(3);
    }

    /** What counts, in the application. */
    private static long countOf(SearchApi api) throws IOException {
        return api.count(each -> each.index("shop")).count();
    }

    @Test
    void anApplicationTakesTheInterface() throws IOException {
        server.then(COUNT);
        assertThat(countOf(search)).isEqualTo(7);
    }
}
