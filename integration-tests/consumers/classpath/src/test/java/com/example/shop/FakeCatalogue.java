package com.example.shop;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Knows one article, and fails as often as it is told to. */
final class FakeCatalogue implements ShopCatalogue {

    static final Article TEAPOT = new Article("teapot", 30);

    private final Deque<Exception> failures = new ArrayDeque<>();
    private final List<String> calls = new ArrayList<>();

    /** The next calls fail so, one each. */
    FakeCatalogue failing(Exception... next) {
        failures.addAll(List.of(next));
        return this;
    }

    /** The methods called so far. */
    List<String> calls() {
        return calls;
    }

    @Override
    public Article find(String name) throws IOException {
        return answer("find", TEAPOT);
    }

    @Override
    public List<Article> search(String... words) throws IOException {
        return answer("search", List.of(TEAPOT));
    }

    @Override
    public int stock(Article article) throws IOException {
        return answer("stock", 7);
    }

    @Override
    public String version() throws IOException {
        return answer("version", "1");
    }

    @Override
    public void reserve(Article article, int count) throws IOException {
        answer("reserve", null);
    }

    private <T> T answer(String method, T result) throws IOException {
        calls.add(method);
        Exception failure = failures.poll();
        if (failure instanceof IOException checked) {
            throw checked;
        }
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        return result;
    }
}
