package dev.holdfast.it.soak;

import java.util.function.Predicate;

/** Predicates on answers, which do as a header of the answer says. */
final class Predicates {

    static final String HEADER = "X-Soak";

    private Predicates() {}

    /** For {@code retryResult}. */
    static final class Retry implements Predicate<Answer> {

        @Override
        public boolean test(Answer answer) {
            String wish = answer == null ? null : answer.getHeaderString(HEADER);
            if ("throw".equals(wish)) {
                throw new BrokenPredicate();
            }
            return "retry".equals(wish);
        }
    }

    /** For {@code failureResult}. */
    static final class Failure implements Predicate<Answer> {

        @Override
        public boolean test(Answer answer) {
            return answer != null && "failure".equals(answer.getHeaderString(HEADER));
        }
    }

    @SuppressWarnings("serial")
    static final class BrokenPredicate extends RuntimeException {

        BrokenPredicate() {
            super("a predicate that throws", null, false, false);
        }
    }
}
