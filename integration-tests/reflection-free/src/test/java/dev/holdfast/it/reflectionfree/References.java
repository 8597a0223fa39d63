package dev.holdfast.it.reflectionfree;

import dev.holdfast.it.reflectionfree.Reference.Use;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Collects what a class or a method refers to: all types and members in its names, descriptors and signatures. */
final class References {

    private final Set<Reference> found = new LinkedHashSet<>();

    private References() {}

    /** Those of a class's declaration and fields. */
    static Set<Reference> ofDeclaration(ClassNode type) {
        References references = new References();
        if (type.superName != null) {
            references.type(Use.TYPE, type.superName);
        }
        type.interfaces.forEach(name -> references.type(Use.TYPE, name));
        references.signature(type.signature);
        references.annotations(type.visibleAnnotations, type.invisibleAnnotations);
        for (FieldNode field : type.fields) {
            references.type(Type.getType(field.desc));
            references.signature(field.signature);
            references.annotations(field.visibleAnnotations, field.invisibleAnnotations);
        }
        return references.found;
    }

    /** Those of a method's declaration and code. */
    static Set<Reference> ofMethod(MethodNode method) {
        References references = new References();
        references.types(method.desc);
        references.signature(method.signature);
        method.exceptions.forEach(name -> references.type(Use.TYPE, name));
        references.annotations(method.visibleAnnotations, method.invisibleAnnotations);
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            if (block.type != null) {
                references.type(Use.TYPE, block.type);
            }
        }
        for (AbstractInsnNode instruction : method.instructions) {
            references.instruction(instruction);
        }
        return references.found;
    }

    private void instruction(AbstractInsnNode instruction) {
        if (instruction instanceof MethodInsnNode call) {
            boolean direct = call.getOpcode() == Opcodes.INVOKESTATIC || call.getOpcode() == Opcodes.INVOKESPECIAL;
            member(direct ? Use.DIRECT_CALL : Use.VIRTUAL_CALL, call.owner, call.name, call.desc);
        } else if (instruction instanceof FieldInsnNode field) {
            member(Use.FIELD, field.owner, field.name, field.desc);
        } else if (instruction instanceof TypeInsnNode type) {
            type(type.getOpcode() == Opcodes.NEW ? Use.INSTANTIATION : Use.TYPE, type.desc);
        } else if (instruction instanceof MultiANewArrayInsnNode array) {
            type(Type.getType(array.desc));
        } else if (instruction instanceof LdcInsnNode load) {
            constant(load.cst);
        } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            bootstrap(dynamic.bsm);
            types(dynamic.desc);
            List.of(dynamic.bsmArgs).forEach(this::constant);
        }
    }

    private void constant(Object constant) {
        if (constant instanceof Type type) {
            type(type);
        } else if (constant instanceof Handle handle) {
            handle(handle);
        } else if (constant instanceof ConstantDynamic dynamic) {
            bootstrap(dynamic.getBootstrapMethod());
            types(dynamic.getDescriptor());
        }
    }

    private void bootstrap(Handle handle) {
        found.add(new Reference(Use.BOOTSTRAP, handle.getOwner(), handle.getName(), handle.getDesc()));
    }

    private void handle(Handle handle) {
        switch (handle.getTag()) {
            case Opcodes.H_GETFIELD, Opcodes.H_GETSTATIC, Opcodes.H_PUTFIELD, Opcodes.H_PUTSTATIC ->
                member(Use.FIELD, handle.getOwner(), handle.getName(), handle.getDesc());
            case Opcodes.H_INVOKEVIRTUAL, Opcodes.H_INVOKEINTERFACE ->
                member(Use.VIRTUAL_CALL, handle.getOwner(), handle.getName(), handle.getDesc());
            case Opcodes.H_NEWINVOKESPECIAL -> {
                type(Use.INSTANTIATION, handle.getOwner());
                member(Use.DIRECT_CALL, handle.getOwner(), handle.getName(), handle.getDesc());
            }
            default -> member(Use.DIRECT_CALL, handle.getOwner(), handle.getName(), handle.getDesc());
        }
    }

    private void member(Use use, String owner, String name, String descriptor) {
        if (owner.startsWith("[")) {
            type(Type.getType(owner));
        } else {
            found.add(new Reference(use, owner, name, descriptor));
        }
        types(descriptor);
    }

    @SafeVarargs
    private void annotations(List<AnnotationNode>... lists) {
        for (List<AnnotationNode> list : lists) {
            if (list != null) {
                list.forEach(annotation -> type(Type.getType(annotation.desc)));
            }
        }
    }

    /** Type arguments, which are nowhere else. */
    private void signature(@Nullable String signature) {
        if (signature != null) {
            new SignatureReader(signature).accept(new SignatureVisitor(Opcodes.ASM9) {
                @Override
                public void visitClassType(String name) {
                    type(Use.TYPE, name);
                }
            });
        }
    }

    private void types(String descriptor) {
        type(Type.getType(descriptor));
    }

    private void type(Type type) {
        switch (type.getSort()) {
            case Type.METHOD -> {
                type(type.getReturnType());
                List.of(type.getArgumentTypes()).forEach(this::type);
            }
            case Type.ARRAY -> type(type.getElementType());
            case Type.OBJECT -> found.add(Reference.toType(Use.TYPE, type.getInternalName()));
            default -> {}
        }
    }

    private void type(Use use, String name) {
        if (name.startsWith("[")) {
            type(Type.getType(name));
        } else {
            found.add(Reference.toType(use, name));
        }
    }

    /** Those of whole classes. */
    static Set<Reference> ofAll(Collection<ClassNode> types) {
        Set<Reference> all = new LinkedHashSet<>();
        for (ClassNode type : types) {
            all.addAll(ofDeclaration(type));
            type.methods.forEach(method -> all.addAll(ofMethod(method)));
        }
        return all;
    }
}
