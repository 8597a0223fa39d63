package dev.holdfast.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.IMethodCoverage;
import org.jacoco.core.data.ExecutionDataStore;
import org.junit.jupiter.api.Test;

/** What JaCoCo counts: users' code, and not what was generated for it. */
class CoverageTest {

    @Test
    void usersCodeIsCounted() throws IOException {
        assertThat(countedMethods(HttpWeatherClient.class)).contains("today");
    }

    @Test
    void generatedCodeIsNot() throws IOException {
        Class<?>[] generated = ResilientWeatherClient.class.getNestMembers();

        assertThat(generated).contains(ResilientWeatherClient.class, ResilientWeatherClient.Builder.class);
        for (Class<?> each : generated) {
            assertThat(countedMethods(each)).as(each.getName()).isEmpty();
        }
    }

    private static List<String> countedMethods(Class<?> type) throws IOException {
        CoverageBuilder coverage = new CoverageBuilder();
        Analyzer analyzer = new Analyzer(new ExecutionDataStore(), coverage);
        String file = type.getName().replace('.', '/') + ".class";
        try (InputStream bytes = type.getClassLoader().getResourceAsStream(file)) {
            analyzer.analyzeClass(bytes, file);
        }
        return coverage.getClasses().stream()
                .flatMap(each -> each.getMethods().stream())
                .map(IMethodCoverage::getName)
                .toList();
    }
}
