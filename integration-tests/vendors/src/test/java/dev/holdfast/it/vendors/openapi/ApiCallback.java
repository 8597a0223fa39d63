package dev.holdfast.it.vendors.openapi;

import java.util.List;
import java.util.Map;

/** What is told of asynchronous calls, as the library {@code okhttp-gson} declares it. */
public interface ApiCallback<T> {

    void onFailure(ApiException failure, int statusCode, Map<String, List<String>> responseHeaders);

    void onSuccess(T result, int statusCode, Map<String, List<String>> responseHeaders);
}
