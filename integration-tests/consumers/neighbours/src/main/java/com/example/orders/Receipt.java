package com.example.orders;

import com.google.auto.value.AutoValue;

/** What a customer gets; AutoValue writes the class. */
@AutoValue
public abstract class Receipt {

    public static Receipt of(String order, int paid) {
        return new AutoValue_Receipt(order, paid);
    }

    public abstract String order();

    public abstract int paid();
}
