package dev.holdfast.it.injection.shop;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Fails at each first attempt. */
final class HttpShopClient implements ShopClient {

    private final AtomicInteger calls = new AtomicInteger();

    @Override
    public String article(String id) throws IOException {
        if (calls.incrementAndGet() % 2 == 1) {
            throw new IOException("down");
        }
        return "article " + id;
    }
}
