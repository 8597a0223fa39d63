package dev.holdfast.it.vendors;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.orders.ApiCallback;
import com.acme.orders.ApiClient;
import com.acme.orders.ApiException;
import com.acme.orders.Order;
import com.acme.orders.OrderApi;
import dev.holdfast.testkit.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

/** A client that OpenAPI Generator has written for OkHttp and Gson. */
class OpenApiOkHttpTest extends ClientContract {

    private static final Reply ORDER =
            Reply.status(200, "{\"id\":3,\"article\":\"tea\"}", "Content-Type: application/json");

    private OrderApi real;
    private ResilientOrderApi orders;

    @Override
    void connect(Duration patience) {
        ApiClient api = new ApiClient();
        api.setBasePath(server.uri().toString());
        api.setReadTimeout((int) patience.toMillis());
        real = new OrderApi(api);
        orders = new ResilientOrderApi(real);
    }

    @Override
    void disconnect() {
        real.getApiClient().getHttpClient().dispatcher().executorService().shutdown();
        real.getApiClient().getHttpClient().connectionPool().evictAll();
    }

    @Override
    Object call() throws ApiException {
        return orders.getOrder(3L).getArticle();
    }

    @Override
    Reply good() {
        return ORDER;
    }

    @Override
    Object content() {
        return "tea";
    }

    @Override
    Class<? extends Throwable> failure() {
        return ApiException.class;
    }

    @Override
    int failuresToOpen() {
        return 3;
    }

    @Override
    void useWithoutCalls() {
        orders.setCustomBaseUrl(server.uri() + "/v1");
        assertThat(real.getCustomBaseUrl()).isEqualTo(orders.getCustomBaseUrl());
        assertThat(orders.getApiClient()).isSameAs(real.getApiClient());
    }

    @Test
    void aCallIsForwardedAsItIs() throws Exception {
        server.then(down());
        try (Response response = orders.getOrderCall(3L, null).execute()) {
            assertThat(response.code()).isEqualTo(503);
        }
        assertThat(server.paths()).containsExactly("/order/3");
    }

    @Test
    void aCallbackIsForwardedAsItIs() throws Exception {
        CompletableFuture<Integer> status = new CompletableFuture<>();
        server.then(down());
        Call call = orders.getOrderAsync(3L, new ApiCallback<Order>() {
            @Override
            public void onFailure(ApiException failure, int code, Map<String, List<String>> headers) {
                status.complete(code);
            }

            @Override
            public void onSuccess(Order order, int code, Map<String, List<String>> headers) {
                status.complete(code);
            }

            @Override
            public void onUploadProgress(long written, long length, boolean done) {}

            @Override
            public void onDownloadProgress(long read, long length, boolean done) {}
        });
        assertThat(status.join()).isEqualTo(503);
        assertThat(call.isExecuted()).isTrue();
        assertThat(server.paths()).containsExactly("/order/3");
    }
}
