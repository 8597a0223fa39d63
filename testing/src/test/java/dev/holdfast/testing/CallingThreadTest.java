package dev.holdfast.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In which order a thread runs the tasks that it brings itself. */
class CallingThreadTest {

    private final CallingThread executor = new CallingThread();
    private final List<String> order = new ArrayList<>();

    @Test
    void aTaskThatComesDuringAnotherRunsAfterIt() {
        executor.execute(() -> {
            executor.execute(() -> order.add("second"));
            executor.execute(() -> order.add("third"));
            order.add("first");
        });
        assertThat(order).containsExactly("first", "second", "third");
    }

    @Test
    void aTaskOfWhatIsRunApartDoesNotWait() {
        executor.execute(() -> {
            executor.execute(() -> order.add("last"));
            executor.runApart(() -> executor.execute(() -> order.add("apart")));
            order.add("first");
        });
        assertThat(order).containsExactly("apart", "first", "last");
    }
}
