package com.acme.pay;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A library's client that is a class. */
public class PayClient<K extends Comparable<K>> extends PayBase<PayClient<K>> {

    public static final String HOST = "pay.example.com";

    public static <K extends Comparable<K>> PayClient<K> create() {
        return new PayClient<>();
    }

    protected PayClient() {}

    public final String charge(K account, long amount) throws PayException {
        return account + " " + amount;
    }

    /** A convenience method, whose call of the other one is no second call of the client. */
    public String charge(K account) throws PayException {
        return charge(account, 1);
    }

    public void refund(K account, String... charges) throws PayException {}

    public <T extends Comparable<T>> List<T> list(Class<? extends T> as, K[] accounts) throws PayException {
        return List.of();
    }

    public CompletableFuture<String> chargeAsync(K account) {
        return CompletableFuture.completedFuture("");
    }

    @Deprecated
    public void purge() throws PayException {}

    public Iterator<String> events() {
        return List.<String>of().iterator();
    }

    public PayClient<K> connect(String region) throws PayException {
        return this;
    }

    void internal() {}

    @Override
    protected PayClient<K> build(long millis) {
        return new PayClient<>();
    }

    @Override
    public String toString() {
        return "the client of " + HOST;
    }
}
