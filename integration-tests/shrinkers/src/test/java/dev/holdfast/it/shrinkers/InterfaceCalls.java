package dev.holdfast.it.shrinkers;

import static org.objectweb.asm.Opcodes.ACC_INTERFACE;
import static org.objectweb.asm.Opcodes.ASM9;
import static org.objectweb.asm.Opcodes.V1_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;

/** Says again which calls go to an interface. DEX does not say that of calls of static methods, so dex2jar does not know, and a JVM refuses them. */
final class InterfaceCalls {

    /** Whether a class of the jar is an interface. */
    private final Map<String, Boolean> own = new HashMap<>();

    private InterfaceCalls() {}

    /** Copies a jar. */
    static void mark(Path from, Path to) throws IOException {
        List<ClassReader> classes =
                Jars.classes(from).stream().map(ClassReader::new).toList();
        InterfaceCalls calls = new InterfaceCalls();
        for (ClassReader type : classes) {
            calls.own.put(type.getClassName(), (type.getAccess() & ACC_INTERFACE) != 0);
        }
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(to))) {
            for (ClassReader type : classes) {
                ClassWriter writer = new ClassWriter(0);
                type.accept(calls.marking(writer), 0);
                Jars.write(out, writer.toByteArray());
            }
        }
    }

    private ClassVisitor marking(ClassVisitor next) {
        return new ClassVisitor(ASM9, next) {
            @Override
            public void visit(
                    int version, int access, String name, String signature, String parent, String[] interfaces) {
                // An interface has static methods from Java 8 on.
                super.visit(Math.max(version, V1_8), access, name, signature, parent, interfaces);
            }

            @Override
            public MethodVisitor visitMethod(
                    int access, String name, String descriptor, String signature, String[] exceptions) {
                MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
                return new MethodVisitor(ASM9, method) {
                    @Override
                    public void visitMethodInsn(
                            int opcode, String owner, String called, String itsDescriptor, boolean known) {
                        super.visitMethodInsn(opcode, owner, called, itsDescriptor, isInterface(owner));
                    }
                };
            }
        };
    }

    private boolean isInterface(String name) {
        Boolean known = own.get(name);
        if (known != null || name.startsWith("android/") || name.startsWith("[")) {
            return Boolean.TRUE.equals(known);
        }
        try {
            // Of the JDK, or of a library that is a part of these tests.
            return Class.forName(name.replace('/', '.'), false, InterfaceCalls.class.getClassLoader())
                    .isInterface();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
