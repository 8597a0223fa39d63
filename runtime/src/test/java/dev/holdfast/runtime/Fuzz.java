package dev.holdfast.runtime;

import java.util.List;
import java.util.Random;

/** For tests that throw random input at a parser. */
public final class Fuzz {

    private final Random random;
    private final String near;
    private final List<String> valid;

    /**
     * @param near characters that mean something to the parser
     * @param valid values that it can read
     */
    public Fuzz(long seed, String near, List<String> valid) {
        this.random = new Random(seed);
        this.near = near;
        this.valid = valid;
    }

    /** The same in every build; another one with {@code -Dholdfast.seed=...}. */
    public static long seed(String test) {
        long seed = Long.getLong("holdfast.seed", 20_261_124L);
        System.out.println(test + " -Dholdfast.seed=" + seed);
        return seed;
    }

    /** A text that can be read, or nearly, or not at all. */
    public String text() {
        return random.nextInt(4) == 0 ? characters(random.nextInt(40)) : mutated();
    }

    private String mutated() {
        StringBuilder text = new StringBuilder(any());
        for (int times = random.nextInt(3); times >= 0; times--) {
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(5)) {
                case 0 -> text.insert(at, characters(1));
                case 1 -> text.setLength(at);
                case 2 -> text.delete(at, Math.min(text.length(), at + 1));
                case 3 -> text.replace(at, Math.min(text.length(), at + 1), characters(1));
                default -> text.append(any());
            }
        }
        return text.toString();
    }

    private String any() {
        return valid.get(random.nextInt(valid.size()));
    }

    private String characters(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            boolean known = random.nextInt(8) > 0;
            text.append(
                    known
                            ? near.charAt(random.nextInt(near.length()))
                            : (char) random.nextInt(Character.MAX_VALUE + 1));
        }
        return text.toString();
    }
}
