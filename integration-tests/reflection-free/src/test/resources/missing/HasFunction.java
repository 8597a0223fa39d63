// 21: java.util.function.Function
class HasFunction {
    java.util.function.Function<String, String> function;
}
