package shop;

import java.io.Serializable;

/** An entity. */
public class Product implements Serializable, Comparable<Product> {

    private static final long serialVersionUID = 1;

    public Product() {}

    @Override
    public int compareTo(Product other) {
        return 0;
    }
}
