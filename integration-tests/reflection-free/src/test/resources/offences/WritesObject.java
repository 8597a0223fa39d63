// WritesObject.write: serialization, java.io.ObjectOutputStream.writeObject
import java.io.*;
class WritesObject {
    void write(ObjectOutputStream out) throws IOException { out.writeObject(this); }
}
