package dev.holdfast.it.shrinkers;

import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.V1_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import org.objectweb.asm.ClassWriter;

/**
 * The few classes of Android that D8 and R8 name by themselves. Below API 31 some classes of Android have a {@code close()} or the like but are not
 * {@code AutoCloseable} yet, so a call of {@code AutoCloseable.close()} is replaced by one that asks for each of them. An app has them from {@code android.jar}.
 */
final class AndroidLibrary {

    private static final String[] CLOSED_IN_OTHER_WAYS = {
        "android/content/ContentProviderClient",
        "android/content/res/TypedArray",
        "android/drm/DrmManagerClient",
        "android/media/MediaDrm",
        "android/media/MediaMetadataRetriever",
    };

    private AndroidLibrary() {}

    /** Writes a jar of them, of a device of some API level. */
    static Path jar(Path folder, int api) throws IOException {
        Path jar = folder.resolve("android-" + api + ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String name : CLOSED_IN_OTHER_WAYS) {
                write(out, name, new ClassWriter(0));
            }
            ClassWriter version = new ClassWriter(0);
            version.visitField(ACC_PUBLIC | ACC_STATIC, "SDK_INT", "I", null, api)
                    .visitEnd();
            write(out, "android/os/Build$VERSION", version);
        }
        return jar;
    }

    private static void write(JarOutputStream out, String name, ClassWriter content) throws IOException {
        content.visit(V1_8, ACC_PUBLIC, name, null, "java/lang/Object", null);
        content.visitEnd();
        Jars.write(out, content.toByteArray());
    }
}
