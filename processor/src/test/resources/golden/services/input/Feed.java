package com.acme.shop;

public interface Feed {
    String next() throws ShopException;
}
