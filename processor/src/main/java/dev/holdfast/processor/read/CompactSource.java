package dev.holdfast.processor.read;

import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import org.jspecify.annotations.Nullable;

/**
 * The class around all that a compact source file declares, of Java 25 and newer. It has a name for tools only: no source can
 * write it. The language model shows it as an ordinary class.
 */
final class CompactSource {

    private CompactSource() {}

    static boolean isClassOf(TypeElement type, Elements elements) {
        boolean perhaps = type.getNestingKind() == NestingKind.TOP_LEVEL
                && type.getModifiers().equals(Set.of(Modifier.FINAL))
                && elements.getPackageOf(type).isUnnamed()
                && ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                        .anyMatch(each -> each.getSimpleName().contentEquals("main"));
        String text = perhaps ? text(type, elements) : null;
        return text != null
                && !Pattern.compile("\\b(?:class|enum|record)\\s+"
                                + Pattern.quote(type.getSimpleName().toString()) + "\\b")
                        .matcher(text)
                        .find();
    }

    /** The source of a type; null where it can't be had. */
    private static @Nullable String text(TypeElement type, Elements elements) {
        try {
            // Of Java 18: we are compiled for 17, which has no compact source files.
            Object file =
                    Elements.class.getMethod("getFileObjectOf", Element.class).invoke(elements, type);
            return file instanceof FileObject source
                    ? source.getCharContent(true).toString()
                    : null;
        } catch (ReflectiveOperationException | IOException | UnsupportedOperationException e) {
            return null;
        }
    }
}
