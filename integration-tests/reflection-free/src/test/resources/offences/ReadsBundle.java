// ReadsBundle.read: a resource, java.util.ResourceBundle.getBundle
class ReadsBundle {
    Object read() { return java.util.ResourceBundle.getBundle("x"); }
}
