package com.example.orders;

import java.util.ArrayList;
import java.util.List;

/** Orders as rows. */
final class StoredOrders implements OrdersClient {

    private final OrderMapper mapper = new OrderMapperImpl();
    private final List<OrderRow> rows = new ArrayList<>();

    @Override
    public Order place(Order.OrderBuilder draft) {
        Order order = draft.id("order-" + (rows.size() + 1)).build();
        OrderRow row = new OrderRow(order.getId(), order.getCustomer(), order.getTotal());
        rows.add(row);
        return mapper.toOrder(row);
    }

    @Override
    public List<Order> of(String customer) {
        return rows.stream()
                .filter(row -> row.customerName().equals(customer))
                .map(mapper::toOrder)
                .toList();
    }

    @Override
    public Receipt pay(Order order) {
        return Receipt.of(order.getId(), order.getTotal());
    }
}
