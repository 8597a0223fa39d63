package dev.holdfast.it.clients;

import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/** Over OkHttp, which tells how many of its connections are in use. */
abstract class OkHttpScenarios extends ClientScenarios {

    private final ConnectionPool pool = new ConnectionPool(1, 1, TimeUnit.MINUTES);

    /** Retries nothing on its own. */
    final OkHttpClient http = new OkHttpClient.Builder()
            .connectionPool(pool)
            .retryOnConnectionFailure(false)
            .build();

    @Override
    final int connectionsInUse() {
        return pool.connectionCount() - pool.idleConnectionCount();
    }

    @Override
    final void disconnect() {
        http.dispatcher().executorService().shutdown();
        pool.evictAll();
    }
}
