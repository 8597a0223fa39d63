package dev.holdfast.it.injection.javax;

import java.io.IOException;

/** Fails at each first attempt. */
final class HttpShopClient implements ShopClient {

    private int calls;

    @Override
    public String article(String id) throws IOException {
        if (++calls % 2 == 1) {
            throw new IOException("down");
        }
        return "article " + id;
    }
}
