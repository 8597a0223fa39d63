package dev.holdfast.processor.javac;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.holdfast.processor.Compiling;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.ElementFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A copied type reads as it was written. */
class TypeNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "void",
                "int",
                "boolean[][]",
                "java.lang.String",
                "java.util.@N List<@N String>",
                "java.util.Map<? extends @N Object, ? super @N Integer>",
                "java.util.List<?>",
                "@N String @N [] @N []",
                "java.util.Map.@N Entry<K, @N K>",
                "@N K",
                "p.Box<K>.Inner<@N String>",
                "p.Box<String>.@N Plain",
                "byte @N []",
                "java.util.List<int @N []>",
            })
    void copies(String type) {
        assertThat(copy(type, "K")).isEqualTo(normalized(type));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "K",
                "K extends @N Object",
                "K extends Comparable<? super K>",
                "K extends @N Number & java.io.Serializable & Comparable<@N K>",
            })
    void declares(String variable) {
        assertThat(copy("void", variable)).isEqualTo("void");
        assertThat(declared).isEqualTo(normalized(variable));
    }

    @Test
    void copiesPrimitives() {
        for (String type : List.of("byte", "short", "int", "long", "char", "float", "double", "boolean")) {
            assertThat(copy(type, "K")).isEqualTo(type);
        }
    }

    private String declared = "";

    private static String normalized(String type) {
        String names = "(?<![\\w.])((?:@N )?)(String|Object|Integer|Number|Comparable)\\b";
        return type.replaceAll(names, "java.lang.$1$2").replace("@N", "@p.N");
    }

    private String copy(String type, String variable) {
        List<String> copies = new ArrayList<>();
        AbstractProcessor reader = new AbstractProcessor() {
            @Override
            public Set<String> getSupportedAnnotationTypes() {
                return Set.of("*");
            }

            @Override
            public SourceVersion getSupportedSourceVersion() {
                return SourceVersion.latestSupported();
            }

            @Override
            public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
                for (TypeElement element : ElementFilter.typesIn(round.getRootElements())) {
                    if (element.getSimpleName().contentEquals("Api")) {
                        ExecutableElement method = ElementFilter.methodsIn(element.getEnclosedElements())
                                .get(0);
                        TypeNames types = types(processingEnv, element);
                        copies.add(types.of(method.getReturnType()).toString());
                        declare(types.declaration(
                                (TypeVariable) method.getTypeParameters().get(0).asType()));
                    }
                }
                return false;
            }
        };
        Compilation compilation = Compiling.compileWith(
                List.of(reader),
                List.of(),
                Compiling.sources(
                        "p.Api", "package p; interface Api { <" + variable + "> " + type + " method(); }",
                        "p.N",
                                "package p; import java.lang.annotation.*; @Target(ElementType.TYPE_USE) @interface N {}",
                        "p.Box", "package p; class Box<T> { class Inner<U> {} class Plain {} }"));
        assertThat(Compiling.messages(compilation)).isEmpty();
        return tight(copies.get(0));
    }

    /** JavaPoet parts an annotation from the dot before it, which is all the same to Java. */
    private static String tight(String type) {
        return type.replace(". @", ".@");
    }

    private static TypeNames types(ProcessingEnvironment environment, TypeElement element) {
        JavaTypes java = new JavaTypes(environment.getTypeUtils(), environment.getElementUtils());
        return new TypeNames(java, java.elements().getPackageOf(element));
    }

    private void declare(TypeVariableName name) {
        StringBuilder text = new StringBuilder(name.name());
        String before = " extends ";
        for (TypeName bound : name.bounds()) {
            text.append(before).append(bound);
            before = " & ";
        }
        declared = tight(text.toString());
    }
}
