package com.example.orders;

import java.util.function.Predicate;
import lombok.NoArgsConstructor;

/** Numbers that say that the stock's server does not know yet; Lombok writes the constructor that our class calls. */
@NoArgsConstructor
class Unknown implements Predicate<Integer> {

    private int least;

    Unknown(int least) {
        this.least = least;
    }

    @Override
    public boolean test(Integer count) {
        return count < least;
    }
}
