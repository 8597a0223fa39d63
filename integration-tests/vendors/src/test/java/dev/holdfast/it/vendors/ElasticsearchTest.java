package dev.holdfast.it.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.IndexRequest;
import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.testkit.Reply;
import dev.holdfast.testkit.ScriptedServer;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Elasticsearch's own client, which is a class, against a server that fails. */
@Timeout(60)
class ElasticsearchTest {

    private static final String[] HEADERS = {
        "X-Elastic-Product: Elasticsearch", "Content-Type: application/vnd.elasticsearch+json;compatible-with=9"
    };

    private static final Reply COUNT =
            Reply.status(200, "{\"count\":7,\"_shards\":{\"total\":1,\"successful\":1,\"failed\":0}}", HEADERS);

    private static final Reply FOUND = Reply.status(
            200,
            "{\"took\":1,\"timed_out\":false,\"_shards\":{\"total\":1,\"successful\":1,\"failed\":0},"
                    + "\"hits\":{\"hits\":[{\"_index\":\"shop\",\"_id\":\"1\",\"_source\":{\"name\":\"tea\"}}]}}",
            HEADERS);

    private record Article(String name) {}

    private ScriptedServer server;
    private ElasticsearchClient real;
    private ResilientElasticsearchClient search;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
        real = ElasticsearchClient.of(each -> each.host(server.uri()));
        search = new ResilientElasticsearchClient(real);
    }

    @AfterEach
    void stop() throws IOException {
        real.close();
        server.close();
    }

    private static Reply error(int status, String... headers) {
        String[] all = Arrays.copyOf(HEADERS, HEADERS.length + headers.length);
        System.arraycopy(headers, 0, all, HEADERS.length, headers.length);
        return Reply.status(
                status, "{\"error\":{\"type\":\"overloaded\",\"reason\":\"too much\"},\"status\":" + status + "}", all);
    }

    @Test
    void aFinalOverloadWithAFunctionIsRetriedAsOneCall() throws IOException {
        server.then(error(503), error(503), COUNT);
        assertThat(search.count(each -> each.index("shop")).count()).isEqualTo(7);
        assertThat(server.requests()).hasSize(3);
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
    void theWaitThatTheServerAsksForIsKept() throws IOException {
        server.then(error(429, "Retry-After: 1"), COUNT);
        search.count();
        List<ScriptedServer.Request> requests = server.requests();
        assertThat(requests).hasSize(2);
        assertThat(Duration.ofNanos(requests.get(1).nanoTime() - requests.get(0).nanoTime()))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
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
