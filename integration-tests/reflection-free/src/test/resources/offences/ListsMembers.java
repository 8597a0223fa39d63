// ListsMembers.list: what a class has, java.lang.Class.getDeclaredMethods
class ListsMembers {
    int list() { return ListsMembers.class.getDeclaredMethods().length; }
}
