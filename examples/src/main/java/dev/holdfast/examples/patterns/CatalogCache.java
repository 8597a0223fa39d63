package dev.holdfast.examples.patterns;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Answers with what was last seen. */
public final class CatalogCache implements CatalogClient {

    private final ConcurrentMap<String, List<String>> seen = new ConcurrentHashMap<>();

    /**
     * Remembers what another client answers.
     *
     * @param remote the other client
     * @return a client that asks it
     */
    public CatalogClient remembering(CatalogClient remote) {
        return category -> {
            List<String> products = remote.products(category);
            seen.put(category, products);
            return products;
        };
    }

    @Override
    public List<String> products(String category) throws IOException {
        List<String> products = seen.get(category);
        if (products == null) {
            throw new IOException("never seen: " + category);
        }
        return products;
    }
}
