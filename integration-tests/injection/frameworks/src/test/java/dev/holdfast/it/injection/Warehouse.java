package dev.holdfast.it.injection;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** A library's client, which is a class. Fails at each first attempt. */
public class Warehouse {

    private final AtomicInteger calls = new AtomicInteger();

    public int pieces(String article) throws IOException {
        if (calls.incrementAndGet() % 2 == 1) {
            throw new IOException("down");
        }
        return article.length();
    }
}
