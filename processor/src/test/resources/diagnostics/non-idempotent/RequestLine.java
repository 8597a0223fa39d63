package feign;

public @interface RequestLine {
    String value();
}
