// 21, 21-desugared, 24, 24-desugared, 26: java.net.http.HttpClient
class CallsHttp {
    Object call() { return java.net.http.HttpClient.newHttpClient(); }
}
