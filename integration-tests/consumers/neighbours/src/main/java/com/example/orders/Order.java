package com.example.orders;

import lombok.Builder;
import lombok.Value;

/** An order; Lombok writes what is missing here. */
@Value
@Builder
public class Order {
    String id;
    String customer;
    int total;
}
