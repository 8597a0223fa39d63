// UpdatesField.update: a field updater, java.util.concurrent.atomic.AtomicLongFieldUpdater.newUpdater
import java.util.concurrent.atomic.*;
class UpdatesField {
    volatile long count; Object update() { return AtomicLongFieldUpdater.newUpdater(UpdatesField.class, "count"); }
}
