package dev.holdfast.benchmarks.client;

import java.util.List;

/** Delegates of other classes, as the other clients of an application have. They fail for one call in 16. */
public final class OtherDelegates {

    private OtherDelegates() {}

    /**
     * Makes one of each class.
     *
     * @return new ones
     */
    public static List<Delegate> all() {
        return List.of(new Users(), new Orders(), new Prices(), new Stocks());
    }

    private static Answer answer(int key) {
        if ((key & 15) == 0) {
            throw ServiceDownException.INSTANCE;
        }
        return Answers.of(key);
    }

    private static final class Users implements Delegate {
        @Override
        public Answer get(int key) {
            return answer(key);
        }
    }

    private static final class Orders implements Delegate {
        @Override
        public Answer get(int key) {
            return answer(key + 1);
        }
    }

    private static final class Prices implements Delegate {
        @Override
        public Answer get(int key) {
            return answer(key + 2);
        }
    }

    private static final class Stocks implements Delegate {
        @Override
        public Answer get(int key) {
            return answer(key + 3);
        }
    }
}
