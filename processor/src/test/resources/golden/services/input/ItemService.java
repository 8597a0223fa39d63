package com.acme.shop;

public class ItemService<K> {

    public String item(K key) throws ShopException {
        return key.toString();
    }

    public ItemService<K> sorted() {
        return this;
    }
}
