package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.holdfast.processor.kind.ReturnKinds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Generated methods allocate nothing and make no lambda, whichever way a call takes through them. */
class SuccessPathTest {

    /** What makes a client or reads a refused answer is no way of a successful call. */
    private static final Set<String> NOT_CALLS = Set.of("<init>", "<clinit>", "builder");

    @Test
    void nothingIsAllocated() {
        Compilation compilation = Compiling.compile(
                List.of(), Cases.goldenInputs().stream().map(Cases::source).toList());
        List<String> allocations = new ArrayList<>();
        int[] methods = {0};
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS
                    && file.getName().matches(".*/(Resilient|Safe)[^$/]*(\\$Resilient[^$/]*)?\\.class")) {
                new ClassReader(Compiling.bytes(file)).accept(new Finder(allocations, methods), 0);
            }
        }
        assertThat(methods[0]).isGreaterThan(40);
        assertThat(allocations).isEmpty();
    }

    private static final class Finder extends ClassVisitor {

        private final List<String> allocations;
        private final int[] methods;
        /** Of the class, whose lambdas come after all of its methods. */
        private final Set<String> ofLibraries = new HashSet<>();

        private String owner = "";

        Finder(List<String> allocations, int[] methods) {
            super(Opcodes.ASM9);
            this.allocations = allocations;
            this.methods = methods;
        }

        @Override
        public void visit(
                int version, int access, String name, String signature, String superName, String[] interfaces) {
            owner = name;
        }

        /** What protects a client that a method returns, which is made once for each client that the delegate makes. */
        private boolean isClient(String type) {
            String generated = owner.replaceFirst("\\$.*", "");
            return type.equals(generated) || type.startsWith(generated + "$Resilient");
        }

        /** Whether a method returns a library's type for answers, an object that is made for each call in any case. */
        private static boolean isOfLibrary(String descriptor) {
            String returns = Type.getReturnType(descriptor).getClassName().replace('$', '.');
            return ReturnKinds.laterTypes().contains(returns)
                    && !returns.startsWith("java.util.concurrent.Complet")
                    && !returns.startsWith("retrofit2.");
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            boolean factory = (access & Opcodes.ACC_STATIC) != 0 || name.equals("<init>");
            if (isOfLibrary(descriptor)) {
                ofLibraries.add(name);
                return null;
            }
            boolean lambda = name.startsWith("lambda$") && ofLibraries.contains(name.split("\\$")[1]);
            if (lambda || (NOT_CALLS.contains(name) && factory)) {
                return null;
            }
            methods[0]++;
            return new MethodVisitor(Opcodes.ASM9) {
                /** A call that is made later is an object of its own, and its library's is one too. */
                private final boolean call = descriptor.endsWith(")Lretrofit2/Call;");

                /** So is what a suspend function resumes, as in code of Kotlin's compiler. */
                private final boolean suspends = descriptor.contains("Lkotlin/coroutines/Continuation;)");

                @Override
                public void visitTypeInsn(int opcode, String type) {
                    boolean wanted = (call && type.equals(owner + "$RetrofitCall"))
                            || (suspends && type.matches(Pattern.quote(owner) + "\\$\\d+"))
                            || isClient(type);
                    if (!wanted && (opcode == Opcodes.NEW || opcode == Opcodes.ANEWARRAY)) {
                        allocations.add(owner + "." + name + " makes a " + type);
                    }
                }

                @Override
                public void visitIntInsn(int opcode, int operand) {
                    if (opcode == Opcodes.NEWARRAY) {
                        allocations.add(owner + "." + name + " makes an array");
                    }
                }

                private final boolean stage = descriptor.contains(")Ljava/util/concurrent/Complet");
                private boolean accepted;

                @Override
                public void visitMethodInsn(
                        int opcode, String type, String called, String descriptor, boolean isInterface) {
                    accepted |= called.equals("accepts");
                }

                /** Where a stage is not good already, further attempts need to know how to make them. */
                @Override
                public void visitInvokeDynamicInsn(String called, String type, Handle handle, Object... arguments) {
                    if (!stage || !accepted) {
                        allocations.add(owner + "." + name + " makes a lambda or text");
                    }
                }
            };
        }
    }
}
