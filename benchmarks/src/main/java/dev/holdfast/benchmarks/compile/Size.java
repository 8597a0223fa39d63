package dev.holdfast.benchmarks.compile;

/**
 * How much is compiled.
 *
 * @param interfaces annotated interfaces
 * @param methods methods in each
 */
record Size(int interfaces, int methods) {

    /** Reads {@code 100x10}. */
    static Size parse(String text) {
        String[] parts = text.split("x", 2);
        return new Size(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    @Override
    public String toString() {
        return interfaces + "x" + methods;
    }
}
