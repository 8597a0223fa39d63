package dev.holdfast.benchmarks.compile;

import com.google.auto.value.AutoValue;
import com.google.auto.value.processor.AutoValueProcessor;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.mapstruct.Mapper;
import org.mapstruct.ap.MappingProcessor;

/** The jars of Holdfast and its rivals as users have them: ours where the build's configuration says they are. */
final class Jars {

    private Jars() {}

    static List<Path> classPath() {
        return List.of(jar("holdfast.annotations"), jar("holdfast.runtime"), jar(AutoValue.class), jar(Mapper.class));
    }

    /** The processor path of a variant; empty for one without a processor on it. */
    static List<Path> processorPath(Variant variant) {
        return switch (variant) {
            case PROCESSING, FULL -> List.of(jar("holdfast.processor"), jar("holdfast.annotations"));
            case AUTO_VALUE -> List.of(jar(AutoValueProcessor.class), jar(AutoValue.class));
            case MAP_STRUCT -> List.of(jar(MappingProcessor.class), jar(Mapper.class));
            case INTERFACES, IDLE_PROCESSOR, BY_HAND, AUTO_VALUE_TYPES, MAP_STRUCT_TYPES -> List.of();
        };
    }

    private static Path jar(String property) {
        Path jar = Path.of(System.getProperty(property, "(system property " + property + " is not set)"));
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("Not built: " + jar + "; run 'mvn verify' from the root");
        }
        return jar;
    }

    private static Path jar(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
