package dev.holdfast.processor.javac;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;
import org.jspecify.annotations.Nullable;

/**
 * Copies annotations to JavaPoet's. Unlike JavaPoet's own copier it knows numbers that have no literal, and writes every
 * character of a text so that it stays within its line.
 */
public final class AnnotationCopies {

    private AnnotationCopies() {}

    public static AnnotationSpec of(AnnotationMirror annotation) {
        AnnotationSpec.Builder copy = AnnotationSpec.builder(
                ClassName.get((TypeElement) annotation.getAnnotationType().asElement()));
        annotation.getElementValues().forEach((attribute, value) -> {
            List<? extends AnnotationValue> values =
                    value.getValue() instanceof List<?> list ? cast(list) : List.of(value);
            String name = attribute.getSimpleName().toString();
            if (values.isEmpty()) {
                copy.addMember(name, "{}");
            }
            values.forEach(each -> copy.addMember(name, each.accept(new Writer(), null)));
        });
        return copy.build();
    }

    @SuppressWarnings("unchecked") // the language model's own rule for arrays
    private static List<? extends AnnotationValue> cast(List<?> values) {
        return (List<? extends AnnotationValue>) values;
    }

    private static final class Writer extends SimpleAnnotationValueVisitor14<CodeBlock, @Nullable Void> {

        @Override
        protected CodeBlock defaultAction(Object number, @Nullable Void unused) {
            return CodeBlock.of("$L", number);
        }

        @Override
        public CodeBlock visitByte(byte number, @Nullable Void unused) {
            return CodeBlock.of("(byte) $L", number);
        }

        @Override
        public CodeBlock visitShort(short number, @Nullable Void unused) {
            return CodeBlock.of("(short) $L", number);
        }

        @Override
        public CodeBlock visitLong(long number, @Nullable Void unused) {
            return CodeBlock.of("$LL", number);
        }

        @Override
        public CodeBlock visitFloat(float number, @Nullable Void unused) {
            return Float.isFinite(number) ? CodeBlock.of("$Lf", number) : CodeBlock.of("$Lf / 0", sign(number));
        }

        @Override
        public CodeBlock visitDouble(double number, @Nullable Void unused) {
            return Double.isFinite(number) ? CodeBlock.of("$L", number) : CodeBlock.of("$Ld / 0", sign(number));
        }

        /** What divided by zero gives an infinity, or what is not a number. */
        private static int sign(double number) {
            return Double.isNaN(number) ? 0 : number > 0 ? 1 : -1;
        }

        @Override
        public CodeBlock visitChar(char character, @Nullable Void unused) {
            String text = AsciiSource.literal(String.valueOf(character));
            boolean quote = character == '\'' || character == '"';
            return CodeBlock.of("$L", "'" + (quote ? "\\" + character : text.substring(1, text.length() - 1)) + "'");
        }

        @Override
        public CodeBlock visitString(String text, @Nullable Void unused) {
            return CodeBlock.of("$L", AsciiSource.literal(text));
        }

        @Override
        public CodeBlock visitEnumConstant(VariableElement constant, @Nullable Void unused) {
            return CodeBlock.of("$T.$L", ClassName.get(Names.typeOf(constant)), constant.getSimpleName());
        }

        @Override
        public CodeBlock visitType(TypeMirror type, @Nullable Void unused) {
            return CodeBlock.of("$T.class", TypeName.get(type));
        }

        @Override
        public CodeBlock visitAnnotation(AnnotationMirror annotation, @Nullable Void unused) {
            return CodeBlock.of("$L", AnnotationCopies.of(annotation));
        }
    }
}
