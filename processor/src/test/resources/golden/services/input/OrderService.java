package com.acme.shop;

/** Makes the calls of orders. */
public final class OrderService implements AutoCloseable {

    public String order(String id) throws ShopException {
        return id;
    }

    public ItemService<String> items() {
        return new ItemService<>();
    }

    @Override
    public void close() {}
}
