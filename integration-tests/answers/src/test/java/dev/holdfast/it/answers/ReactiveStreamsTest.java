package dev.holdfast.it.answers;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.holdfast.runtime.Holdfast;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;
import org.reactivestreams.Publisher;
import org.reactivestreams.tck.PublisherVerification;
import org.reactivestreams.tck.TestEnvironment;
import org.testng.SkipException;
import org.testng.annotations.Test;
import reactor.core.publisher.Flux;

/** The rules of Reactive Streams, as their own test kit checks them, for guarded publishers. */
class ReactiveStreamsTest {

    @TestFactory
    Stream<DynamicTest> aPublisherThatSucceedsAtOnce() {
        return tests(new Verification(false));
    }

    @TestFactory
    Stream<DynamicTest> aPublisherThatIsRetried() {
        return tests(new Verification(true));
    }

    /** The kit is written for TestNG. All that it needs of that is to have its test methods called. */
    private static Stream<DynamicTest> tests(Verification verification) {
        return Arrays.stream(PublisherVerification.class.getMethods())
                .filter(each -> each.isAnnotationPresent(Test.class))
                .sorted(Comparator.comparing(Method::getName))
                .map(each -> dynamicTest(each.getName(), () -> run(verification, each)));
    }

    private static void run(Verification verification, Method test) throws Throwable {
        verification.setUp();
        try {
            test.invoke(verification);
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof SkipException skipped) {
                throw new TestAbortedException(skipped.getMessage(), skipped);
            }
            throw failed.getCause();
        }
    }

    /** Publishers with policies around those of Reactor. */
    private static final class Verification extends PublisherVerification<Integer> {

        private static final Holdfast HOLDFAST = Holdfast.builder().build();

        private final boolean retried;

        Verification(boolean retried) {
            super(new TestEnvironment(300, 100, false));
            this.retried = retried;
        }

        @Override
        public Publisher<Integer> createPublisher(long elements) {
            int[] failures = {retried ? 1 : 0};
            return new ResilientTckStreams(
                            () -> failures[0]-- > 0
                                    ? Flux.error(new IOException("first"))
                                    : Flux.range(0, (int) Math.min(elements, Integer.MAX_VALUE)),
                            HOLDFAST)
                    .stream();
        }

        @Override
        public Publisher<Integer> createFailedPublisher() {
            return new ResilientTckStreams(() -> Flux.error(new IOException("failed")), HOLDFAST).stream();
        }
    }
}
