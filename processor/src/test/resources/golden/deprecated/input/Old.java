package golden.deprecated;

@Deprecated
class Old {}
