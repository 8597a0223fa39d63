package dev.holdfast.it.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What happens to the attempts of one call, one after the other; the last holds for all further ones.
 *
 * @param behaviours at least one
 */
record Script(List<Behaviour> behaviours) {

    private static final int ATTEMPTS = 4;

    /** Good and bad ones as they come, by weight. */
    static Script random(Random random) {
        List<Behaviour> drawn = new ArrayList<>();
        for (int i = 0; i < ATTEMPTS; i++) {
            drawn.add(Behaviour.draw(random));
        }
        return new Script(List.copyOf(drawn));
    }

    static Script of(Behaviour... behaviours) {
        return new Script(List.of(behaviours));
    }

    Behaviour of(int attempt) {
        return behaviours.get(Math.min(attempt, behaviours.size()) - 1);
    }
}
