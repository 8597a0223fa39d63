// HandlesInvocations: a proxy, java.lang.reflect.InvocationHandler
abstract class HandlesInvocations implements java.lang.reflect.InvocationHandler {}
