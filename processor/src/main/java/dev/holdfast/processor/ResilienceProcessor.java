package dev.holdfast.processor;

import com.google.auto.service.AutoService;
import com.palantir.javapoet.ClassName;
import java.io.IOException;
import java.io.Writer;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code ResilientFooClient} for every interface {@code FooClient} with an annotation of Holdfast's on it or on one of
 * its methods.
 *
 * <p>The option {@code -Aholdfast.lint} says what becomes of warnings about what works and should not be done: {@code warn}
 * (the default), {@code error} or {@code off}. One compilation uses one instance from one thread.
 */
@AutoService(Processor.class)
public final class ResilienceProcessor extends AbstractProcessor {

    private static final String LINT = "holdfast.lint";

    /** Interfaces with types that do not exist yet. By name: elements of one round mean nothing in the next. */
    private final Set<String> deferred = new TreeSet<>();

    private @Nullable Session session;

    private final Function<DecoratorModel, String> writer;

    /** Called by the compiler. */
    public ResilienceProcessor() {
        this(DecoratorWriter::write);
    }

    ResilienceProcessor(Function<DecoratorModel, String> writer) {
        this.writer = writer;
    }

    private record Session(JavaTypes java, Problems problems, GeneratedNames names, InterfaceReader reader) {

        static Session create(ProcessingEnvironment environment) {
            String option = environment.getOptions().getOrDefault(LINT, "warn");
            Problems.LintLevel level = Problems.LintLevel.of(option);
            Problems problems =
                    new Problems(environment.getMessager(), level == null ? Problems.LintLevel.WARN : level);
            if (level == null) {
                problems.printNow(Diagnostic.BAD_OPTION, option);
            }
            JavaTypes java = new JavaTypes(environment.getTypeUtils(), environment.getElementUtils());
            GeneratedNames names = new GeneratedNames(java, problems);
            return new Session(java, problems, names, new InterfaceReader(java, problems, names));
        }
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Placement.ourAnnotations().stream().map(ClassName::canonicalName).collect(Collectors.toSet());
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(LINT);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    /** Never claims an annotation: others may want to see them too. */
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Session current = session;
        if (current == null) {
            current = Session.create(processingEnv);
            session = current;
        }
        current.problems().addSources(round.getRootElements());
        current.names().addSources(round.getRootElements());
        SortedMap<String, TypeElement> candidates = new TreeMap<>();
        for (String name : deferred) {
            TypeElement type = current.java().elements().getTypeElement(name);
            if (type != null) {
                candidates.put(name, type);
            }
        }
        deferred.clear();
        for (TypeElement annotation : annotations) {
            for (Element element : round.getElementsAnnotatedWith(annotation)) {
                TypeElement type = element instanceof TypeElement itself ? itself : Names.typeOf(element);
                candidates.put(type.getQualifiedName().toString(), type);
            }
        }
        for (TypeElement type : candidates.values()) {
            process(type, round, current);
        }
        current.problems().print();
        return false;
    }

    private void process(TypeElement type, RoundEnvironment round, Session current) {
        try {
            DecoratorModel model = current.reader().read(type);
            if (model != null) {
                write(model, type, current.problems());
            }
        } catch (UnresolvedTypeException unresolved) {
            deferOrReport(type, unresolved, round, current.problems());
        } catch (IOException | RuntimeException | StackOverflowError | AssertionError failure) {
            current.problems().error(Diagnostic.INTERNAL_ERROR, Position.of(type), Names.of(type), describe(failure));
        }
    }

    private void deferOrReport(
            TypeElement type, UnresolvedTypeException unresolved, RoundEnvironment round, Problems problems) {
        if (!round.processingOver()) {
            deferred.add(type.getQualifiedName().toString());
        } else if (!round.errorRaised()) {
            // After an error of another the type may be missing for that reason only.
            Element where = unresolved.where();
            problems.error(Diagnostic.UNRESOLVED_TYPE, Position.of(where), Names.of(where), unresolved.typeName());
        }
    }

    private void write(DecoratorModel model, TypeElement origin, Problems problems) throws IOException {
        String source = writer.apply(model);
        try (Writer file = processingEnv
                .getFiler()
                .createSourceFile(model.name().canonicalName(), origin)
                .openWriter()) {
            file.write(source);
        } catch (FilerException taken) {
            problems.error(
                    Diagnostic.CLASS_NAME_TAKEN,
                    Position.of(origin),
                    Names.of(origin),
                    model.name().canonicalName());
        }
    }

    private static String describe(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return failure + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
