package com.example.shop;

import dev.holdfast.runtime.Holdfast;
import java.io.IOException;

/** Sells what the catalogue has. */
public final class Shop {

    private final ShopCatalogue catalogue;

    public Shop(ShopCatalogue catalogue, Holdfast holdfast) {
        this.catalogue = new ResilientShopCatalogue(catalogue, holdfast);
    }

    /** Reserves so many of an article and returns what they cost. */
    public int buy(String name, int count) throws IOException {
        Article article = catalogue.find(name);
        catalogue.reserve(article, count);
        return article.price() * count;
    }
}
