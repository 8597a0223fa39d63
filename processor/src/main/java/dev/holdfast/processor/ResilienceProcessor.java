package dev.holdfast.processor;

import com.google.auto.service.AutoService;
import com.palantir.javapoet.ClassName;
import dev.holdfast.processor.diagnostic.Diagnostic;
import dev.holdfast.processor.diagnostic.InterfaceDiagnostic;
import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.diagnostic.ProcessorDiagnostic;
import dev.holdfast.processor.diagnostic.TargetDiagnostic;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.LateMembers;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.javac.Position;
import dev.holdfast.processor.javac.UnresolvedTypeException;
import dev.holdfast.processor.model.DecoratorModel;
import dev.holdfast.processor.policy.Policies;
import dev.holdfast.processor.read.Candidates;
import dev.holdfast.processor.read.GeneratedNames;
import dev.holdfast.processor.read.InterfaceReader;
import dev.holdfast.processor.read.Options;
import dev.holdfast.processor.read.Placement;
import dev.holdfast.processor.read.SignatureScan;
import dev.holdfast.processor.write.DecoratorWriter;
import dev.holdfast.processor.write.OfClassWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code ResilientFooClient} for every interface {@code FooClient} with an annotation of Holdfast's, or one that carries
 * such, on it or on one of its methods.
 *
 * <p>The option {@code -Aholdfast.lint} says what becomes of warnings about what works and should not be done: {@code warn}
 * (the default), {@code error} or {@code off}. {@code -Aholdfast.presets} names, with commas, the user's own annotations that
 * carry Holdfast's, so that the compiler hands over the interfaces that carry these. {@code -Aholdfast.inject} names the framework
 * for dependency injection that creates the classes. One compilation uses one instance from one thread.
 */
@AutoService(Processor.class)
public final class ResilienceProcessor extends AbstractProcessor {

    private Options options = new Options(Map.of());

    private @Nullable Session session;

    /** Whether it has failed outside of any interface, which one message is enough for. */
    private boolean broken;

    private final Function<DecoratorModel, String> writer;

    /** Whether Lombok is among the processors. */
    private final BooleanSupplier lombok;

    /** Called by the compiler. */
    public ResilienceProcessor() {
        this(DecoratorWriter::write);
    }

    ResilienceProcessor(Function<DecoratorModel, String> writer) {
        this(writer, LateMembers::isBesideLombok);
    }

    ResilienceProcessor(Function<DecoratorModel, String> writer, BooleanSupplier lombok) {
        this.writer = writer;
        this.lombok = lombok;
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        options = new Options(environment.getOptions());
    }

    private record Session(Problems problems, GeneratedNames names, Candidates candidates, InterfaceReader reader) {

        static Session create(ProcessingEnvironment environment, Options options, BooleanSupplier lombok) {
            Problems problems = new Problems(environment.getMessager(), options.lints(), Policies.DIAGNOSTICS);
            LateMembers late = new LateMembers(problems::isSource, lombok);
            JavaTypes java = new JavaTypes(environment.getTypeUtils(), environment.getElementUtils(), late);
            options.check(java, problems);
            GeneratedNames names = new GeneratedNames(java, problems);
            Candidates candidates = new Candidates(java, problems, options.presets());
            return new Session(problems, names, candidates, new InterfaceReader(java, problems, names, options));
        }
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        Set<String> annotations = new TreeSet<>(options.presets());
        Placement.ourAnnotations().stream().map(ClassName::canonicalName).forEach(annotations::add);
        return annotations;
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Options.NAMES;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    /** Never claims an annotation: others may want to see them too. */
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (broken) {
            return false;
        }
        try {
            Session current = session;
            if (current == null) {
                current = Session.create(processingEnv, options, lombok);
                session = current;
            }
            process(annotations, round, current);
        } catch (RuntimeException | StackOverflowError | AssertionError failure) {
            broken = true;
            processingEnv
                    .getMessager()
                    .printMessage(
                            Kind.ERROR,
                            ProcessorDiagnostic.INTERNAL_ERROR.message("this compilation", describe(failure)));
        }
        return false;
    }

    private void process(Set<? extends TypeElement> annotations, RoundEnvironment round, Session current) {
        current.problems().addSources(round.getRootElements());
        current.names().addSources(round.getRootElements());
        current.reader().nextRound(round.processingOver());
        for (TypeElement type : current.candidates().in(round, annotations)) {
            process(type, round, current);
        }
        current.problems().print();
    }

    private void process(TypeElement type, RoundEnvironment round, Session current) {
        try {
            if (type.getKind() == ElementKind.ANNOTATION_TYPE) {
                current.reader().checkPreset(type);
                return;
            }
            DecoratorModel model = current.reader().read(type);
            if (model != null) {
                write(model, type, current.problems());
                current.reader().written(type);
            }
        } catch (UnresolvedTypeException unresolved) {
            deferOrReport(type, unresolved, round, current);
        } catch (IOException | RuntimeException | StackOverflowError | AssertionError failure) {
            current.problems()
                    .report(ProcessorDiagnostic.INTERNAL_ERROR, Position.of(type), Names.of(type), describe(failure));
        }
    }

    private static void deferOrReport(
            TypeElement type, UnresolvedTypeException unresolved, RoundEnvironment round, Session current) {
        if (!round.processingOver()) {
            current.candidates().defer(type);
            return;
        }
        Element where = unresolved.where();
        boolean said = unresolved.isValue() && current.problems().isSource(where);
        // After an error of another the type may be missing for that reason only.
        if (!said && !round.errorRaised()) {
            Diagnostic diagnostic = unresolved.typeName().equals(SignatureScan.KAPT_ERROR)
                    ? InterfaceDiagnostic.KAPT_ERROR_TYPE
                    : InterfaceDiagnostic.UNRESOLVED_TYPE;
            current.problems().report(diagnostic, Position.of(where), where, unresolved.typeName());
        }
    }

    private void write(DecoratorModel model, TypeElement origin, Problems problems) throws IOException {
        write(model.name(), writer.apply(model), InterfaceDiagnostic.CLASS_NAME_TAKEN, origin, problems);
        DecoratorModel.OfClass ofClass = model.declaration().ofClass();
        ClassName facade = ofClass == null ? null : ofClass.facade();
        String source = OfClassWriter.writeInterface(model);
        if (facade != null && source != null) {
            write(facade, source, TargetDiagnostic.INTERFACE_NAME_TAKEN, origin, problems);
        }
    }

    private void write(ClassName name, String source, Diagnostic otherwise, TypeElement origin, Problems problems)
            throws IOException {
        try (Writer file = processingEnv
                .getFiler()
                .createSourceFile(name.canonicalName(), origin)
                .openWriter()) {
            file.write(source);
        } catch (FilerException taken) {
            problems.report(otherwise, Position.of(origin), origin, name.canonicalName());
        }
    }

    private static String describe(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return failure + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
