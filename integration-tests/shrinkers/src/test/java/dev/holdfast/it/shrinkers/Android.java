package dev.holdfast.it.shrinkers;

import com.android.tools.r8.CompilationFailedException;
import com.android.tools.r8.CompilationMode;
import com.android.tools.r8.D8;
import com.android.tools.r8.D8Command;
import com.android.tools.r8.OutputMode;
import com.android.tools.r8.R8;
import com.android.tools.r8.R8Command;
import com.android.tools.r8.origin.Origin;
import com.googlecode.d2j.dex.Dex2jar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** D8 and R8 as Android's build calls them, where any warning is a failure, and the way back from DEX to a jar. */
final class Android {

    /** The oldest device that gets anything. */
    static final int OLDEST = 21;

    private final Path folder;

    /** Puts everything into a folder. */
    Android(Path folder) {
        this.folder = folder;
    }

    /** D8 for a device: only translates. Returns the DEX file. */
    Path d8(Program program, int api) throws Exception {
        return d8(program, api, Files.createTempDirectory(folder, "d8"), OutputMode.DexIndexed)
                .resolve("classes.dex");
    }

    /** D8 for the JVM: what it rewrites for an API level, left as class files. Returns the jar. */
    Path d8Classes(Program program, int api) throws Exception {
        return d8(program, api, folder.resolve("d8-" + api + ".jar"), OutputMode.ClassFile);
    }

    private Path d8(Program program, int api, Path output, OutputMode mode) throws Exception {
        Complaints complaints = new Complaints();
        run(
                complaints,
                () -> D8.run(D8Command.builder(complaints)
                        .setMode(CompilationMode.RELEASE)
                        .setMinApiLevel(api)
                        .addProgramFiles(program.files())
                        .addClasspathFiles(program.libraries())
                        .addLibraryFiles(JavaBase.jar(), AndroidLibrary.jar(folder, api))
                        .setOutput(output, mode)
                        .build()));
        return output;
    }

    /** R8 in full mode for a device, with no rule but the main class and what is given. Returns the DEX file. */
    Path r8(Program program, int api, String... rules) throws Exception {
        Path output = Files.createTempDirectory(folder, "r8");
        Complaints complaints = new Complaints();
        run(
                complaints,
                () -> R8.run(r8(complaints, program, rules)
                        .setMinApiLevel(api)
                        .addLibraryFiles(AndroidLibrary.jar(folder, api))
                        .setOutput(output, OutputMode.DexIndexed, false)
                        .build()));
        return output.resolve("classes.dex");
    }

    /** R8 in full mode for the JVM. Returns the jar. */
    Path r8Classes(Program program, String... rules) throws Exception {
        Path output = folder.resolve("r8.jar");
        Complaints complaints = new Complaints();
        run(
                complaints,
                () -> R8.run(r8(complaints, program, rules)
                        .addLibraryFiles(Program.nullnessMarks(), AndroidLibrary.jar(folder, OLDEST))
                        .setOutput(output, OutputMode.ClassFile, false)
                        .build()));
        return output;
    }

    private static R8Command.Builder r8(Complaints complaints, Program program, String... rules) throws IOException {
        return R8Command.builder(complaints)
                .setMode(CompilationMode.RELEASE)
                .setProguardCompatibility(false)
                .addProgramFiles(program.files())
                .addClasspathFiles(program.libraries())
                .addLibraryFiles(JavaBase.jar())
                .addProguardConfiguration(List.of(program.keepMain()), Origin.unknown())
                .addProguardConfiguration(List.of(rules), Origin.unknown());
    }

    private static void run(Complaints complaints, Compilation compilation) throws Exception {
        try {
            compilation.run();
        } catch (CompilationFailedException failure) {
            complaints.mustBeNone();
            throw failure;
        }
        complaints.mustBeNone();
    }

    /** Translates DEX back, and adds the classes of Android that it may name. Returns what to run it from. */
    Path[] classPath(Path dex, int api) throws IOException {
        Path translated = folder.resolve("from-dex-" + api + ".jar");
        Dex2jar.from(Files.readAllBytes(dex)).computeFrames(true).to(translated);
        Path jar = folder.resolve("marked-" + api + ".jar");
        InterfaceCalls.mark(translated, jar);
        return new Path[] {jar, AndroidLibrary.jar(folder, api)};
    }

    /** Something that D8 or R8 does. */
    private interface Compilation {

        void run() throws Exception;
    }
}
