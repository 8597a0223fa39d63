package dev.holdfast.it.injection.javax;

import java.io.IOException;

/** A library's client, which is a class. Fails at each first attempt. */
public class Warehouse {

    private final String name;
    private int calls;

    public Warehouse(String name) {
        this.name = name;
    }

    public int pieces(String article) throws IOException {
        if (++calls % 2 == 1) {
            throw new IOException(name + " is down");
        }
        return article.length();
    }
}
