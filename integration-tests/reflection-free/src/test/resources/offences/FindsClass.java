// FindsClass.find: a class by its name, java.lang.Class.forName
class FindsClass {
    Class<?> find(String name) throws Exception { return Class.forName(name); }
}
