package dev.holdfast.processor.kind;

import dev.holdfast.processor.javac.ApiMethod;
import dev.holdfast.processor.javac.JavaTypes;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.type.DeclaredType;

/** All kinds of return types. */
public final class ReturnKinds {

    /** Any type that is of no other kind. */
    public static final ReturnKind VALUE = new ValueKind();

    public static final List<ReturnKind> ALL = Stream.of(
                    List.of(new SuspendKind(), new StageKind(), new CallKind(), new FlowKind()),
                    OneShotKind.ALL,
                    StreamKind.ALL,
                    List.of(VALUE))
            .flatMap(List::stream)
            .toList();

    private ReturnKinds() {}

    public static ReturnKind of(ApiMethod method) {
        // Found out once: compilers make a new string of it each time.
        String returned = method.returns() instanceof DeclaredType declared ? JavaTypes.name(declared) : "";
        for (ReturnKind kind : ALL) {
            if (kind.isOf(method, returned)) {
                return kind;
            }
        }
        return VALUE;
    }

    /** A method as its callers write it. */
    public static ApiMethod asCalled(ApiMethod method, JavaTypes java) {
        return of(method).asCalled(method, java);
    }

    /** The qualified names of types whose answer comes later. */
    public static List<String> laterTypes() {
        return ALL.stream().flatMap(each -> each.types().stream()).toList();
    }

    /** Whether several kinds need a nested class, all the same one. */
    public static boolean isShared(String nested) {
        return nested.equals(SuspendKind.CALL);
    }

    /** The interfaces of streams that libraries have in common. */
    public static List<String> publishers() {
        return StreamKind.PUBLISHERS;
    }

    /** The same for a reader. */
    public static String spoken() {
        List<String> names =
                ALL.stream().flatMap(each -> each.spoken().stream()).toList();
        int last = names.size() - 1;
        return String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
