package dev.holdfast.it.shrinkers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import proguard.Configuration;
import proguard.ConfigurationParser;
import proguard.ProGuard;

/** ProGuard with nothing but the main class to keep, where a warning is a failure, as it is by default. */
final class ProGuardRun {

    private ProGuardRun() {}

    /** Returns the jar that is left. */
    static Path shrink(Program program, Path folder) throws Exception {
        Path jar = folder.resolve("proguard.jar");
        List<String> arguments = new ArrayList<>();
        arguments.add("-injars");
        arguments.add(quoted(Jars.join(program.files(), folder.resolve("in.jar"))));
        arguments.add("-outjars");
        arguments.add(quoted(jar));
        arguments.add("-libraryjars");
        arguments.add(quoted(JavaBase.jar()));
        arguments.add("-libraryjars");
        arguments.add(quoted(Program.nullnessMarks()));
        for (Path library : program.libraries()) {
            arguments.add("-libraryjars");
            arguments.add(quoted(library));
        }
        arguments.add(program.keepMain());
        Configuration configuration = new Configuration();
        Path file = Files.write(folder.resolve("proguard.pro"), List.of(String.join("\n", arguments)));
        try (ConfigurationParser parser = new ConfigurationParser(file.toFile(), System.getProperties())) {
            parser.parse(configuration);
        }
        new ProGuard(configuration).execute();
        return jar;
    }

    private static String quoted(Path path) {
        return "'" + path + "'";
    }
}
