// NamesEnumConstant.find: an enum constant by its name, NamesEnumConstant$Colour.valueOf
class NamesEnumConstant {
    enum Colour { RED } Object find(String name) { return Colour.valueOf(name); }
}
