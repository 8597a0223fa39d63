package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The generated source of each case is, byte for byte, what was read and committed. */
class GoldenTest {

    static List<Path> cases() {
        return Cases.folders("golden");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void writesTheExpectedSource(Path folder) {
        Compilation compilation = Compiling.compile(List.of(), Cases.sources(folder.resolve("input")));
        assertThat(Compiling.messages(compilation)).noneMatch(line -> line.contains("error:"));
        Map<String, String> generated = Compiling.generated(compilation);
        assertThat(generated).isNotEmpty();
        Path expected = folder.resolve("generated");
        if (Cases.UPDATE) {
            generated.forEach((name, text) -> Cases.write(expected.resolve(name), text));
        }
        Map<String, String> read = new TreeMap<>();
        if (Files.isDirectory(expected)) {
            Cases.list(expected).forEach(file -> read.put(file.getFileName().toString(), Cases.read(file)));
        }
        assertThat(generated.keySet()).isEqualTo(read.keySet());
        read.forEach((name, text) -> assertThat(generated.get(name)).as(name).isEqualTo(text));
    }
}
