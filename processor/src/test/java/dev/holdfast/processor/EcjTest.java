package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The compiler of Eclipse gives other types to processors, and warns of other things. */
class EcjTest {

    @TempDir
    Path folder;

    @Test
    void goldensCompileWithoutAWarning() {
        assertThat(Ecj.compile(Cases.goldenInputs(), folder)).isEmpty();
        assertThat(Javac.files(folder))
                .contains("golden/basic/ResilientGitHubClient.class", "golden/basic/ResilientGitHubClient.java");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "interface C<K extends Number & Comparable<K>> { K a(K k); }",
                "interface C { <K extends Number & Comparable<K>> K a(K k); }",
                "interface A<T> { <K extends Number & Comparable<K>> T a(K k); } interface C extends A<String> {}",
                "interface A<T> { <K extends Number & Comparable<T>> T a(K k); } interface C extends A<String> {}",
                "interface C extends java.nio.file.Path {}",
                "interface C extends java.sql.ResultSet {}",
                "interface C extends AutoCloseable { void a(); void close() throws InterruptedException; }",
                "interface A<T> { <U extends T> java.util.List<U> all(Class<U> type, T t); } interface C extends A {}",
                "interface C { void finalize(); }",
                "interface A { @Deprecated void a(); } interface C extends A { void a(); }",
                "interface C { void a(java.util.Map.Entry<String, int[]>[] e, java.util.List<?>... lists); }",
            })
    void otherSourcesCompileWithoutAWarning(String source) {
        Path file = folder.resolve("in/p/C.java");
        String annotated = source.replace("interface C", "@Backoff public interface C");
        Cases.write(file, "package p; import dev.holdfast.annotations.*; " + annotated);
        Path output = folder.resolve("out");
        assertThat(output.toFile().mkdir()).isTrue();
        assertThat(Ecj.compile(List.of(file), output)).isEmpty();
        assertThat(Javac.files(output)).contains("p/ResilientC.class");
    }
}
