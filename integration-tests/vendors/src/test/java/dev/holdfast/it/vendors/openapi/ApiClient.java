package dev.holdfast.it.vendors.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;

/** What all APIs of a generated client share. */
public class ApiClient {

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();
    private URI baseUri;

    public ApiClient updateBaseUri(URI uri) {
        baseUri = uri;
        return this;
    }

    public URI getBaseUri() {
        return baseUri;
    }

    public HttpClient getHttpClient() {
        return http;
    }

    public ObjectMapper getObjectMapper() {
        return mapper;
    }
}
