package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.holdfast.runtime.event.CircuitState;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Clients from several class loaders, such as deployments of one application, in one context. */
class OtherLoaderTest {

    /** Defined afresh by each loader. */
    static final class AppException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private static final class Deployment extends ClassLoader {

        Deployment() {
            super(OtherLoaderTest.class.getClassLoader());
        }

        Class<? extends Throwable> define() {
            String name = AppException.class.getName();
            try (InputStream file = AppException.class.getResourceAsStream("OtherLoaderTest$AppException.class")) {
                byte[] bytes = Objects.requireNonNull(file).readAllBytes();
                return defineClass(name, bytes, 0, bytes.length).asSubclass(Throwable.class);
            } catch (IOException unreadable) {
                throw new AssertionError(unreadable);
            }
        }
    }

    private final Holdfast holdfast = Holdfast.builder().build();

    private CircuitBreaker breaker(Class<? extends Throwable> monitored, String place) {
        return holdfast.circuitBreaker(
                CircuitBreaker.builder().name("shared").failureThreshold(1).monitored(monitored), place);
    }

    private static Throwable instance(Class<? extends Throwable> type) throws Exception {
        var constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    /** Fails if the referent is still held. A collection clears weak references before it returns; a few allow for a frame that another thread is in. */
    private static void assertGone(WeakReference<?> reference) {
        for (int i = 0; reference.get() != null && i < 10; i++) {
            System.gc();
        }
        assertThat(reference.get()).as("still held").isNull();
    }

    @Test
    void classesOfOneNameFromTwoLoadersContradict() {
        Class<? extends Throwable> one = new Deployment().define();
        Class<? extends Throwable> other = new Deployment().define();
        CircuitBreaker first = breaker(one, "one.Api");
        assertThatIllegalStateException()
                .isThrownBy(() -> breaker(other, "other.Api"))
                .withMessageContaining("one.Api has failureThreshold=1")
                .withMessageContaining("other.Api has failureThreshold=1")
                .withMessageContaining("another class loader");
        assertThatIllegalStateException()
                .isThrownBy(() -> holdfast.circuitBreaker(
                        CircuitBreaker.builder()
                                .name("shared")
                                .failureThreshold(1)
                                .monitored(one)
                                .ignored(other),
                        "third.Api"))
                .withMessageContaining("ignored=[]");
        assertThat(breaker(one, "again.Api")).isSameAs(first);
    }

    @Test
    void anOpenBreakerIsNotForgottenWhileItsClassesAreThere() throws Exception {
        Class<? extends Throwable> type = new Deployment().define();
        breaker(type, "A").recordFailure(instance(type));
        assertGone(new WeakReference<>(new Object()));
        assertThat(breaker(type, "B").state()).isEqualTo(CircuitState.OPEN);
    }

    private WeakReference<ClassLoader> deployAndFail() throws Exception {
        Deployment deployment = new Deployment();
        Class<? extends Throwable> type = deployment.define();
        breaker(type, "one.Api").recordFailure(instance(type));
        return new WeakReference<>(deployment);
    }

    @Test
    void aDeploymentThatIsGoneIsNotHeldAndLeavesItsNameToTheNext() throws Exception {
        assertGone(deployAndFail());
        Class<? extends Throwable> next = new Deployment().define();
        CircuitBreaker breaker = breaker(next, "two.Api");
        assertThat(breaker.state()).isEqualTo(CircuitState.CLOSED);
        breaker.recordFailure(instance(next));
        assertThat(breaker.state()).isEqualTo(CircuitState.OPEN);
    }
}
