package com.acme.shop;

/** A library's client that hands out classes. */
public class ShopClient {

    private final OrderService orders = new OrderService();

    public OrderService orders() {
        return orders;
    }

    public OrderService ordersOf(String branch) {
        return new OrderService();
    }

    public OrderService open(String branch) throws ShopException {
        return new OrderService();
    }

    public Feed feed() {
        return () -> "";
    }

    public ShopClient withTimeout(long millis) {
        return this;
    }

    public String ping() throws ShopException {
        return "";
    }
}
