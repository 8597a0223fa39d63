package reactor.util.context;

/** A little of Reactor's. */
public interface Context extends ContextView {}
