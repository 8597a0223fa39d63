package com.acme.blob;

public class BlobException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public int statusCode() {
        return 503;
    }
}
