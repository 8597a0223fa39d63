package dev.holdfast.it.reflectionfree;

import org.objectweb.asm.Type;

/**
 * What a class or a method's code names outside itself.
 *
 * @param owner the internal name of the type, or of the member's
 * @param member the field's or method's name; empty where only the type is named
 * @param descriptor the member's
 */
record Reference(Use use, String owner, String member, String descriptor) {

    /** How it is named. */
    enum Use {
        TYPE,
        INSTANTIATION,
        FIELD,
        /** Of a static method, a constructor, or a method of the superclass. */
        DIRECT_CALL,
        VIRTUAL_CALL,
        /** Of {@code invokedynamic}. */
        BOOTSTRAP
    }

    static Reference toType(Use use, String name) {
        return new Reference(use, name, "", "");
    }

    boolean isCall() {
        return use == Use.DIRECT_CALL || use == Use.VIRTUAL_CALL;
    }

    boolean isIn(String... prefixes) {
        for (String prefix : prefixes) {
            if (owner.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    boolean isTo(String type, String name) {
        return owner.equals(type) && member.equals(name);
    }

    @Override
    public String toString() {
        String type = Type.getObjectType(owner).getClassName();
        return member.isEmpty() ? type : type + "." + member;
    }
}
