package com.acme.shop;

public class ShopException extends Exception {

    private static final long serialVersionUID = 1;
}
