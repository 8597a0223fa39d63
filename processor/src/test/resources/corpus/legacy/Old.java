package legacy;

@Deprecated
public class Old {
    public Old() {}

    public interface Parent {

        @Deprecated(forRemoval = true)
        void parent();

        @Deprecated
        default int inherited() {
            return 1;
        }
    }
}
