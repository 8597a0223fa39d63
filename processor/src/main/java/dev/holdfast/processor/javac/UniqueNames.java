package dev.holdfast.processor.javac;

import java.util.HashSet;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Gives out names in one scope. JavaPoet's allocator draws a random number for each name. */
public final class UniqueNames {

    private final Set<String> taken = new HashSet<>();

    public UniqueNames() {}

    /** A name for something: the proposal, with underscores after it where it is taken or a keyword. */
    public String newName(String proposal) {
        String name = SourceVersion.isIdentifier(proposal) ? proposal : identifier(proposal);
        while (SourceVersion.isKeyword(name) || !taken.add(name)) {
            name += "_";
        }
        return name;
    }

    private static String identifier(String text) {
        StringBuilder identifier = new StringBuilder(text.length() + 1);
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (i == 0 && !Character.isJavaIdentifierStart(character) && Character.isJavaIdentifierPart(character)) {
                identifier.append('_');
            }
            identifier.append(Character.isJavaIdentifierPart(character) ? character : '_');
        }
        return identifier.toString();
    }
}
