package dev.holdfast.it.vendors;

import dev.holdfast.runtime.ResilienceException;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Protects what may be repeated. OkHttp expects exceptions that are {@code IOException}. */
final class ProtectingInterceptor implements Interceptor {

    private final Interceptor client = new ResilientInterceptor(chain -> chain.proceed(chain.request()));

    @Override
    public Response intercept(Chain chain) throws IOException {
        if (chain.request().method().equals("POST")) {
            return chain.proceed(chain.request());
        }
        try {
            return client.intercept(chain);
        } catch (ResilienceException rejected) {
            throw new IOException(rejected);
        }
    }
}
