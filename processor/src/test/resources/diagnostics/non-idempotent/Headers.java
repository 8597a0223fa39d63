package feign;

public @interface Headers {
    String[] value();
}
