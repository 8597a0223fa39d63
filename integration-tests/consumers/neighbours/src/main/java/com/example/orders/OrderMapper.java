package com.example.orders;

import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** MapStruct writes the class, with the builder that Lombok writes. */
@Mapper
interface OrderMapper {

    @Mapping(target = "customer", source = "customerName")
    Order toOrder(OrderRow row);
}
