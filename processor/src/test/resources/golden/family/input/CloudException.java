package com.acme.cloud;

public class CloudException extends Exception {

    private static final long serialVersionUID = 1;

    public int statusCode() {
        return 500;
    }
}
