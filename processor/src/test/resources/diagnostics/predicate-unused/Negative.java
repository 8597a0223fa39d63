package com.acme;

class Negative implements java.util.function.Predicate<Integer> {
    @Override
    public boolean test(Integer result) {
        return result < 0;
    }
}
