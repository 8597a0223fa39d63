package dev.holdfast.testing;

import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.HoldfastBuilder;
import java.lang.reflect.Executable;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * An extension of JUnit that gives each test a {@link VirtualTime}, a {@link Holdfast} in this time without jitter, and the
 * {@link RecordingListener} of that context. They are new for each test, and the context is closed after it. If a test fails, the story
 * of the calls is published as a report entry.
 *
 * <pre>{@code
 * @HoldfastTest
 * class GitHubTest {
 *
 *     @Test
 *     void triesAgain(Holdfast holdfast, VirtualTime time, RecordingListener recorded) { ... }
 * }
 * }</pre>
 *
 * <p>Parameters may be those of a test, of {@code @BeforeEach} and {@code @AfterEach} methods, and since JUnit 5.12 of the constructor. A
 * field has them for initializers too, and takes settings of the context:
 *
 * <pre>{@code
 * @RegisterExtension
 * final HoldfastExtension context = HoldfastExtension.with(builder -> builder.overrides(overrides));
 *
 * final GitHubClient client = new ResilientGitHubClient(script.client(), context.holdfast());
 * }</pre>
 *
 * <p>JUnit comes from the user: this class needs {@code junit-jupiter-api} 5.9 or newer.
 */
public final class HoldfastExtension implements ParameterResolver, BeforeEachCallback, AfterEachCallback {

    private static final List<Class<?>> TYPES = List.of(VirtualTime.class, Holdfast.class, RecordingListener.class);

    private final Consumer<HoldfastBuilder> settings;

    /** What the methods of this object return: of the test that runs, or of the one that is being prepared. */
    private @Nullable World current;

    /** How many tests run. Several at once get parameters of their own, but can't share this object. Guarded by this. */
    private int running;

    /** Makes an extension, for {@code @ExtendWith} and {@link HoldfastTest}. */
    public HoldfastExtension() {
        this(builder -> {});
    }

    private HoldfastExtension(Consumer<HoldfastBuilder> settings) {
        this.settings = settings;
    }

    /**
     * Returns an extension for a field with {@code @RegisterExtension}.
     *
     * @param settings gets a builder with virtual time, no jitter and the listener, and sets what else the context has, such as overrides,
     *     an executor or a further listener
     * @return the extension
     */
    public static HoldfastExtension with(Consumer<HoldfastBuilder> settings) {
        return new HoldfastExtension(settings);
    }

    /**
     * Returns the time of the current test.
     *
     * @return always the same in one test
     */
    public VirtualTime time() {
        return current().time;
    }

    /**
     * Returns the context of the current test.
     *
     * @return always the same in one test
     */
    public Holdfast holdfast() {
        return current().holdfast;
    }

    /**
     * Returns the listener of the current test.
     *
     * @return always the same in one test
     */
    public RecordingListener recorded() {
        return current().recorded;
    }

    private synchronized World current() {
        if (running > 1) {
            throw new IllegalStateException(
                    "Several tests run at once with one HoldfastExtension. Take VirtualTime, Holdfast and RecordingListener"
                            + " as parameters, which are the test's own.");
        }
        World known = current;
        if (known == null) {
            known = new World(settings);
            current = known;
        }
        return known;
    }

    /** {@inheritDoc} */
    @Override
    public void beforeEach(ExtensionContext context) {
        worldOf(context);
    }

    /** {@inheritDoc} */
    @Override
    public void afterEach(ExtensionContext context) {
        World ended = store(context).remove(World.class, World.class);
        if (ended == null) {
            return;
        }
        synchronized (this) {
            running--;
            if (current == ended) {
                current = null;
            }
        }
        if (context.getExecutionException().isPresent()
                && !ended.recorded.events().isEmpty()) {
            context.publishReportEntry("holdfast", "What was recorded:\n" + ended.recorded.story());
        }
        ended.holdfast.close();
    }

    /** Returns what belongs to a test: what an initializer of its instance has asked for, if there is one. */
    private World worldOf(ExtensionContext context) {
        World known = store(context).get(World.class, World.class);
        if (known == null) {
            synchronized (this) {
                known = running == 0 && current != null ? current : new World(settings);
                running++;
                current = known;
            }
            store(context).put(World.class, known);
        }
        return known;
    }

    private ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(Namespace.create(HoldfastExtension.class, this));
    }

    /** Asks for the context of the test, not of its class, where a constructor has parameters. For JUnit 5.12 and newer. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    /** {@inheritDoc} */
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return TYPES.contains(parameter.getParameter().getType());
    }

    /** {@inheritDoc} */
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            Executable executable = parameter.getDeclaringExecutable();
            throw new ParameterResolutionException("HoldfastExtension has nothing that outlives a test, so "
                    + executable.getName()
                    + " can't have parameters of it: move them to the test or to a @BeforeEach method (or use JUnit 5.12,"
                    + " and one instance for each method, for those of a constructor)");
        }
        World world = worldOf(context);
        Class<?> type = parameter.getParameter().getType();
        if (type == VirtualTime.class) {
            return world.time;
        }
        return type == Holdfast.class ? world.holdfast : world.recorded;
    }

    /** What one test has. */
    private static final class World {

        private final VirtualTime time = new VirtualTime();
        private final RecordingListener recorded = new RecordingListener(time);
        private final Holdfast holdfast;

        World(Consumer<HoldfastBuilder> settings) {
            HoldfastBuilder builder =
                    time.holdfast().random(VirtualTime.noJitter()).listener(recorded);
            settings.accept(builder);
            holdfast = builder.build();
        }
    }
}
