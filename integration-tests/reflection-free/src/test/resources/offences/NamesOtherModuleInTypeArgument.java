// NamesOtherModuleInTypeArgument: a module beyond java.base, java.net.http.HttpClient
class NamesOtherModuleInTypeArgument {
    java.util.List<java.net.http.HttpClient> clients;
}
