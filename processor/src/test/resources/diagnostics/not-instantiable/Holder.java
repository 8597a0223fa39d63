package com.acme;

import java.util.function.Predicate;

class Holder {
    class Inner implements Predicate<String> {
        @Override
        public boolean test(String result) {
            return false;
        }
    }

    static class Hidden implements Predicate<String> {
        private Hidden() {}

        @Override
        public boolean test(String result) {
            return false;
        }
    }
}
