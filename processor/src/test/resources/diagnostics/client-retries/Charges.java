package com.stripe.net;

public interface Charges {
    String call(String text);
}
