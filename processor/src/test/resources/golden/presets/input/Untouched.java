package golden.presets;

import dev.holdfast.annotations.Exempt;

/** Nothing of the type applies. */
@Exempt
@interface Untouched {}
