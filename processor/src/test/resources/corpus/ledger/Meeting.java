package ledger;

import dev.holdfast.annotations.Backoff;

/** Must do what all its parents allow. */
@Backoff(baseDelay = "1ms")
public interface Meeting extends Parents.Right<String>, Parents.Middle, Parents.Apart, Parents.Further {

    @Override
    String reabstracted();

    @Override
    boolean isOpen();
}
