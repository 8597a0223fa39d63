package dev.holdfast.processor.answer;

import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.TypeNames;
import dev.holdfast.processor.kind.ReturnKinds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.ElementFilter;

/**
 * Tells types whose answer comes after the method that returns one from plain values: those of known libraries, and others by
 * their members. Each type is looked at once.
 */
public final class LaterAnswers {

    /** Those that have nothing to be told by, or not in all versions, and those that are most common. */
    private static final List<String> UNSUPPORTED = List.of(
            "rx.Observable",
            "rx.Single",
            "rx.Completable",
            "io.reactivex.ObservableSource",
            "io.reactivex.SingleSource",
            "io.reactivex.MaybeSource",
            "io.reactivex.CompletableSource",
            "io.reactivex.parallel.ParallelFlowable",
            "io.reactivex.rxjava3.core.ObservableSource",
            "io.reactivex.rxjava3.core.SingleSource",
            "io.reactivex.rxjava3.core.MaybeSource",
            "io.reactivex.rxjava3.core.CompletableSource",
            "io.reactivex.rxjava3.parallel.ParallelFlowable",
            "io.vavr.concurrent.Future",
            "io.vavr.concurrent.Promise",
            "scala.concurrent.Future",
            "scala.concurrent.Promise",
            "com.twitter.util.Future",
            "com.google.android.gms.tasks.Task",
            "com.google.common.util.concurrent.ClosingFuture",
            "com.google.api.core.ApiFuture",
            "bolts.Task",
            "org.jdeferred.Promise",
            "org.jdeferred2.Promise",
            "kotlinx.coroutines.Job",
            "kotlinx.coroutines.Deferred",
            "androidx.lifecycle.LiveData",
            "okhttp3.Call");

    private static final List<String> KNOWN = Stream.concat(ReturnKinds.laterTypes().stream(), UNSUPPORTED.stream())
            .toList();

    /** What such types are called. */
    private static final Pattern NAMED = Pattern.compile(
            "Async\\w*|\\w*(Future|Promise|Task|Deferred|Publisher|Observable|Uni|Multi|Mono|Flux|Single"
                    + "|Maybe|Completable|Flowable|Eventual|Stage|Call)");

    /** What says whom to tell, of a type that is called so. */
    private static final Pattern TELLING = Pattern.compile(
            "addListener|addCallback|addOn\\w*(Listener|Callback)|on(Complete|Completed|Completion|Success"
                    + "|Failure|Done|Result)|when(Complete|Completed|Done)|then|then(Accept|Apply|Compose|Run)|continueWith"
                    + "|done|listen|observe|enqueue");

    /** What is there as a whole, though it may tell of changes. */
    private static final List<String> VALUES =
            List.of("java.util.Collection", "java.util.Map", "javafx.beans.Observable");

    private static final String SUBSCRIBE = "subscribe";

    /** What is told by a subscription is called so, unless it is a function. */
    private static final Pattern OBSERVER = Pattern.compile(
            "\\w*(Observer|Subscriber|Consumer|Callback|Listener|Handler|Action\\d*|Function\\d*|Sink)");

    /** What clients have that messages are sent and received with. */
    private static final Set<String> OF_CLIENTS = Set.of("publish", "send", "post", "emit", "unsubscribe");

    private final JavaTypes java;
    private final Map<TypeElement, Boolean> known = new HashMap<>();

    LaterAnswers(JavaTypes java) {
        this.java = java;
    }

    /** Whether what a method returns is not its answer yet. */
    public boolean isLater(TypeMirror returns) {
        if (returns instanceof TypeVariable variable) {
            return KNOWN.stream().anyMatch(name -> java.isA(returns, name))
                    || TypeNames.bounds(variable).stream()
                            .anyMatch(each -> each.getKind() == TypeKind.DECLARED && isLater(each));
        }
        if (!(returns instanceof DeclaredType declared)) {
            return false;
        }
        if (returns.getKind() != TypeKind.DECLARED) {
            return KNOWN.contains(JavaTypes.name(declared));
        }
        return known.computeIfAbsent(JavaTypes.element(returns), key -> look(key));
    }

    private boolean look(TypeElement type) {
        Set<String> names = java.supertypeNames().of(type);
        if (KNOWN.stream().anyMatch(names::contains)) {
            return true;
        }
        boolean named = names.stream().anyMatch(LaterAnswers::isNamed);
        boolean plain = type.getQualifiedName().toString().startsWith("java.")
                || VALUES.stream().anyMatch(names::contains);
        if (plain || !(named || !type.getTypeParameters().isEmpty())) {
            return false;
        }
        List<ExecutableElement> methods = ElementFilter.methodsIn(
                        java.elements().getAllMembers(type))
                .stream()
                .filter(each -> !each.getModifiers().contains(Modifier.STATIC))
                .toList();
        if (named && methods.stream().anyMatch(LaterAnswers::isTelling)) {
            return true;
        }
        return methods.stream().anyMatch(each -> isSubscribing(each, named))
                && methods.stream()
                        .noneMatch(
                                each -> OF_CLIENTS.contains(each.getSimpleName().toString()));
    }

    private static boolean isNamed(String name) {
        return !name.startsWith("java.")
                && NAMED.matcher(name.substring(name.lastIndexOf('.') + 1)).matches();
    }

    private static boolean isTelling(ExecutableElement method) {
        List<? extends VariableElement> parameters = method.getParameters();
        return TELLING.matcher(method.getSimpleName()).matches()
                && !parameters.isEmpty()
                && (isOpen(parameters.get(0).asType())
                        || isOpen(parameters.get(parameters.size() - 1).asType()));
    }

    /** Whether a method takes what is told of the answer, and nothing else first, such as a topic of a broker. */
    private static boolean isSubscribing(ExecutableElement method, boolean named) {
        if (!method.getSimpleName().contentEquals(SUBSCRIBE)) {
            return false;
        }
        List<? extends VariableElement> parameters = method.getParameters();
        return parameters.isEmpty() ? named : isObserver(parameters.get(0).asType());
    }

    private static boolean isObserver(TypeMirror type) {
        return isOpen(type)
                && (JavaTypes.name(type).startsWith("java.util.function.")
                        || OBSERVER.matcher(JavaTypes.element(type).getSimpleName())
                                .matches());
    }

    /** Whether its caller may implement a type. */
    private static boolean isOpen(TypeMirror type) {
        if (type.getKind() != TypeKind.DECLARED) {
            return false;
        }
        TypeElement element = JavaTypes.element(type);
        return element.getKind() == ElementKind.INTERFACE
                || element.getModifiers().contains(Modifier.ABSTRACT);
    }
}
