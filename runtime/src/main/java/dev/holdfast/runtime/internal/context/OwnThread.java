package dev.holdfast.runtime.internal.context;

import java.security.AccessController;
import java.security.PrivilegedAction;

/**
 * A daemon thread of Holdfast that inherits nothing from the thread that creates it: no class loader, no inheritable
 * thread locals, no priority, no group, and no protection domains of the classes on its stack.
 */
public final class OwnThread extends Thread {

    private OwnThread(ThreadGroup group, Runnable work, String name) {
        super(group, work, name, 0, false);
    }

    /** For Android below API level 33, where a thread always inherits thread locals. */
    private OwnThread(Runnable work, String name, ThreadGroup group) {
        super(group, work, name);
    }

    /** Returns a new thread of normal priority, to be started. */
    @SuppressWarnings("ThreadPriorityCheck")
    public static OwnThread make(Runnable work, String name) {
        OwnThread thread = unrelated(work, name);
        thread.setDaemon(true);
        thread.setPriority(NORM_PRIORITY);
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        return thread;
    }

    /** Creates a thread without the protection domains of its creators, which would keep their class loaders alive. */
    private static OwnThread unrelated(Runnable work, String name) {
        PrivilegedAction<OwnThread> make = () -> unprivileged(work, name);
        try {
            return AccessController.doPrivileged(make);
        } catch (LinkageError gone) {
            // A JDK without protection domains.
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

    /** Returns the root group, which is never destroyed. */
    private static ThreadGroup outermostGroup() {
        ThreadGroup group = currentThread().getThreadGroup();
        for (ThreadGroup parent = group.getParent(); parent != null; parent = group.getParent()) {
            group = parent;
        }
        return group;
    }
}
