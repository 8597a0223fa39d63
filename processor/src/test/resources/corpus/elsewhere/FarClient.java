package elsewhere;

import dev.holdfast.annotations.Backoff;
import nested.Base;

/** Inherits from another package, through a class's nested interface, with a type that comes along by inheritance. */
@Backoff(baseDelay = "1ms")
public interface FarClient extends Base, Holder.Keeper {

    FarClient.Visible far(Visible visible) throws FarClient.Problem;

    @Override
    Base.Visible visible(FarClient.Visible visible);
}
