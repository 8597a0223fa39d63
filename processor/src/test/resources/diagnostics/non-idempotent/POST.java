package retrofit2.http;

public @interface POST {
    String value();
}
