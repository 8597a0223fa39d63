package dev.holdfast.benchmarks.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes the sources of rivals: as many types as there are interfaces, with as many methods. A value class of AutoValue's has a
 * property for each method, a mapper of MapStruct's a mapping of a bean with five properties.
 */
enum RivalSources {

    /** AutoValue. */
    AUTO_VALUE("@AutoValue\npublic abstract class %s {\n", "import com.google.auto.value.AutoValue;\n") {

        @Override
        String method(int index, int method) {
            return "public abstract " + TYPES.get((index + method) % TYPES.size()) + " property" + method + "();";
        }
    },

    /** MapStruct. */
    MAP_STRUCT(
            "@Mapper\npublic interface %s {\n", "import org.mapstruct.Mapper;\nimport org.mapstruct.MappingTarget;\n") {

        @Override
        String method(int index, int method) {
            // A sixth would be a second way from one bean to the other, of which the processor cannot choose; one more
            // update is none.
            int kind = method < MAPPINGS.size() ? (index + method) % MAPPINGS.size() : UPDATE;
            return MAPPINGS.get(kind).formatted(method);
        }
    };

    private static final List<String> TYPES = List.of(
            "String", "int", "List<String>", "Duration", "Map<String, Integer>", "long", "Optional<String>", "boolean");

    /** Which of the mappings is an update. */
    private static final int UPDATE = 3;

    private static final List<String> MAPPINGS = List.of(
            "ItemDto toDto%d(Item item);",
            "Item fromDto%d(ItemDto item);",
            "List<ItemDto> toDtos%d(List<Item> items);",
            "void update%d(ItemDto from, @MappingTarget Item into);",
            "Set<Item> fromDtos%d(Set<ItemDto> items);");

    private final String declaration;
    private final String imports;

    RivalSources(String declaration, String imports) {
        this.declaration = declaration;
        this.imports = imports;
    }

    abstract String method(int index, int method);

    void write(Path root, Size size) throws IOException {
        Path folder = Files.createDirectories(root.resolve("com/example/api"));
        if (this == MAP_STRUCT) {
            Files.writeString(folder.resolve("Item.java"), bean("Item"));
            Files.writeString(folder.resolve("ItemDto.java"), bean("ItemDto"));
        }
        for (int i = 0; i < size.interfaces(); i++) {
            Files.writeString(folder.resolve(ClientSources.name(i) + ".java"), type(i, size.methods()));
        }
    }

    private String type(int index, int methods) {
        StringBuilder source = new StringBuilder("package com.example.api;\n\n");
        source.append(imports).append("import java.time.Duration;\n").append("import java.util.*;\n\n");
        source.append(declaration.formatted(ClientSources.name(index)));
        for (int method = 0; method < methods; method++) {
            source.append("\n    ").append(method(index, method)).append('\n');
        }
        return source.append("}\n").toString();
    }

    private static String bean(String name) {
        StringBuilder source = new StringBuilder("package com.example.api;\n\npublic class " + name + " {\n");
        for (String property :
                List.of("String id", "String name", "long price", "int stock", "java.time.Duration age")) {
            String type = property.substring(0, property.indexOf(' '));
            String field = property.substring(property.indexOf(' ') + 1);
            String suffix = Character.toUpperCase(field.charAt(0)) + field.substring(1);
            source.append("    private %s %s;\n".formatted(type, field))
                    .append("    public %s get%s() { return %s; }\n".formatted(type, suffix, field))
                    .append("    public void set%s(%s value) { %s = value; }\n".formatted(suffix, type, field));
        }
        return source.append("}\n").toString();
    }
}
