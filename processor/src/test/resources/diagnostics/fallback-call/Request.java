package okhttp3;

/** Stands for that of OkHttp. */
public class Request {}
