package dev.holdfast.it.vendors.openapi;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.util.Map;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** The API of a tag, as the library {@code okhttp-gson} writes it. */
public class OrderApi {

    private OkHttpClient localVarApiClient;
    private int localHostIndex;
    private String localCustomBaseUrl;

    public OrderApi(OkHttpClient apiClient) {
        this.localVarApiClient = apiClient;
    }

    public OkHttpClient getApiClient() {
        return localVarApiClient;
    }

    public void setApiClient(OkHttpClient apiClient) {
        this.localVarApiClient = apiClient;
    }

    public int getHostIndex() {
        return localHostIndex;
    }

    public void setHostIndex(int hostIndex) {
        this.localHostIndex = hostIndex;
    }

    public String getCustomBaseUrl() {
        return localCustomBaseUrl;
    }

    public void setCustomBaseUrl(String customBaseUrl) {
        this.localCustomBaseUrl = customBaseUrl;
    }

    public Call getOrderCall(Long orderId, ApiCallback<String> callback) throws ApiException {
        return localVarApiClient.newCall(new Request.Builder()
                .url(localCustomBaseUrl + "/order/" + orderId)
                .build());
    }

    /** Finds an order. */
    public String getOrder(Long orderId) throws ApiException {
        return getOrderWithHttpInfo(orderId).getData();
    }

    public ApiResponse<String> getOrderWithHttpInfo(Long orderId) throws ApiException {
        try (Response response = getOrderCall(orderId, null).execute()) {
            String body = response.body().string();
            if (!response.isSuccessful()) {
                HttpHeaders headers = HttpHeaders.of(response.headers().toMultimap(), (name, value) -> true);
                throw new ApiException(response.code(), response.message(), headers, body);
            }
            return new ApiResponse<>(response.code(), response.headers().toMultimap(), body);
        } catch (IOException e) {
            throw new ApiException(e);
        }
    }

    public Call getOrderAsync(Long orderId, ApiCallback<String> callback) throws ApiException {
        Call call = getOrderCall(orderId, callback);
        call.enqueue(new Callback() {
            @Override
            public void onFailure(Call failed, IOException e) {
                callback.onFailure(new ApiException(e), 0, Map.of());
            }

            @Override
            public void onResponse(Call done, Response response) throws IOException {
                callback.onSuccess(
                        response.body().string(),
                        response.code(),
                        response.headers().toMultimap());
            }
        });
        return call;
    }
}
