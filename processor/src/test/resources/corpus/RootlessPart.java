/** Beside it. */
class RootlessPart {}
