package com.acme.blob;

public interface BlobUtilities {

    String urlOf(String key);
}
