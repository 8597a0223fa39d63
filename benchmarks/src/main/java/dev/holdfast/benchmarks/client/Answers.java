package dev.holdfast.benchmarks.client;

/** A few answers made beforehand, so that a delegate allocates nothing. */
final class Answers {

    private static final Answer[] ALL = {
        new Answer(200), new Answer(201), new Answer(202), new Answer(204),
        new Answer(206), new Answer(207), new Answer(304), new Answer(308)
    };

    private Answers() {}

    static Answer of(int key) {
        return ALL[key & (ALL.length - 1)];
    }
}
