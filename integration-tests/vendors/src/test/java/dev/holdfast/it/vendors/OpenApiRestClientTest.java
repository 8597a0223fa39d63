package dev.holdfast.it.vendors;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.stock.ApiClient;
import com.acme.stock.StockApi;
import dev.holdfast.testkit.Reply;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.HttpServerErrorException;

/** A client that OpenAPI Generator has written for Spring's RestClient. */
class OpenApiRestClientTest extends ClientContract {

    private static final Reply STOCK = Reply.status(200, "{\"pieces\":9}", "Content-Type: application/json");

    private StockApi real;
    private ResilientStockApi stock;

    @Override
    void connect(Duration patience) {
        SimpleClientHttpRequestFactory http = new SimpleClientHttpRequestFactory();
        http.setReadTimeout(patience);
        ApiClient api = new ApiClient(
                ApiClient.buildRestClientBuilder().requestFactory(http).build());
        api.setBasePath(server.uri().toString());
        real = new StockApi(api);
        stock = new ResilientStockApi(real);
    }

    @Override
    Object call() {
        return stock.getStock("tea").getPieces();
    }

    @Override
    Reply good() {
        return STOCK;
    }

    @Override
    Object content() {
        return 9;
    }

    @Override
    Class<? extends Throwable> failure() {
        return HttpServerErrorException.class;
    }

    @Override
    int failuresToOpen() {
        return 3;
    }

    @Override
    void useWithoutCalls() {
        assertThat(stock.getApiClient()).isSameAs(real.getApiClient());
    }

    @Test
    void theCallWithTheHeadersIsRetriedToo() {
        server.then(down(), STOCK);
        assertThat(stock.getStockWithHttpInfo("tea").getStatusCode().value()).isEqualTo(200);
        assertThat(server.paths()).containsExactly("/stock/tea", "/stock/tea");
    }
}
