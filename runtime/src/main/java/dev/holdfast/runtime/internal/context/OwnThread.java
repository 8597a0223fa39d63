package dev.holdfast.runtime.internal.context;

import java.security.AccessController;
import java.security.PrivilegedAction;

/**
 * A daemon thread of Context's own that keeps nothing of the thread that happens to need it first: not its class loader, its inheritable
 * thread locals, its priority, its group, or the classes on its stack.
 */
public final class OwnThread extends Thread {

    private OwnThread(ThreadGroup group, Runnable work, String name) {
        super(group, work, name, 0, false);
    }

    /** For Android below API level 33, where inheritable thread locals can't be kept out. */
    private OwnThread(Runnable work, String name, ThreadGroup group) {
        super(group, work, name);
    }

    /** Makes a thread, to be started. Its priority is set to be like any other's. */
    @SuppressWarnings("ThreadPriorityCheck")
    public static OwnThread make(Runnable work, String name) {
        OwnThread thread = unrelated(work, name);
        thread.setDaemon(true);
        thread.setPriority(NORM_PRIORITY);
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        return thread;
    }

    /** A thread keeps the protection domains of those that made it, and with them their class loaders. */
    private static OwnThread unrelated(Runnable work, String name) {
        PrivilegedAction<OwnThread> make = () -> unprivileged(work, name);
        try {
            return AccessController.doPrivileged(make);
        } catch (LinkageError gone) {
            // A JDK that has done away with protection domains.
            return make.run();
        }
    }

    private static OwnThread unprivileged(Runnable work, String name) {
        ThreadGroup group = outermostGroup();
        try {
            return new OwnThread(group, work, name);
        } catch (NoSuchMethodError android) {
            return new OwnThread(work, name, group);
        }
    }

    /** One that is never destroyed, and nobody's in particular. */
    private static ThreadGroup outermostGroup() {
        ThreadGroup group = currentThread().getThreadGroup();
        for (ThreadGroup parent = group.getParent(); parent != null; parent = group.getParent()) {
            group = parent;
        }
        return group;
    }
}
