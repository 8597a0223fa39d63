package dev.holdfast.it.clients;

import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;

/** One connection of Apache HttpClient: who does not give it back gets none. */
final class ApachePool implements AutoCloseable {

    private final PoolingHttpClientConnectionManager connections = new PoolingHttpClientConnectionManager();

    ApachePool() {
        connections.setMaxTotal(1);
        connections.setDefaultMaxPerRoute(1);
    }

    PoolingHttpClientConnectionManager connections() {
        return connections;
    }

    /** Retries nothing on its own, as it would 429 and 503. */
    CloseableHttpClient http() {
        return HttpClients.custom()
                .setConnectionManager(connections)
                .disableAutomaticRetries()
                .build();
    }

    int inUse() {
        return connections.getTotalStats().getLeased();
    }

    @Override
    public void close() {
        connections.close();
    }
}
