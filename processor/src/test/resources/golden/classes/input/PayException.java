package com.acme.pay;

public class PayException extends Exception {

    private static final long serialVersionUID = 1;

    public int getCode() {
        return 503;
    }
}
