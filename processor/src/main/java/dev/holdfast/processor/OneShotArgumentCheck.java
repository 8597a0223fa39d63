package dev.holdfast.processor;

import java.util.List;
import javax.lang.model.type.TypeMirror;

/** Arguments that the first attempt uses up, so that the second sends nothing or half of them. */
final class OneShotArgumentCheck implements MethodCheck {

    private static final List<String> TYPES = List.of(
            "java.io.InputStream",
            "java.io.Reader",
            "java.nio.channels.ReadableByteChannel",
            "java.util.Enumeration",
            "java.util.Iterator",
            "java.util.stream.BaseStream",
            "java.util.concurrent.Flow.Publisher",
            "org.reactivestreams.Publisher",
            "kotlin.sequences.Sequence",
            "okio.Source");

    /** Made to be subscribed to once more, when a request is redirected. */
    private static final String REUSABLE = "java.net.http.HttpRequest.BodyPublisher";

    @Override
    public void check(ProtectedMethod method, JavaTypes java, Problems problems) {
        PolicySettings repeating = method.repeating();
        if (repeating == null) {
            return;
        }
        List<TypeMirror> parameters = method.method().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            TypeMirror type = parameters.get(i);
            if (!java.isA(type, REUSABLE) && TYPES.stream().anyMatch(each -> java.isA(type, each))) {
                problems.lint(
                        Diagnostic.ONE_SHOT_ARGUMENT,
                        Position.of(method.method().element().getParameters().get(i)),
                        method.method().element().getParameters().get(i).getSimpleName(),
                        method.name(),
                        Names.of(type),
                        repeating.source().name());
            }
        }
    }
}
