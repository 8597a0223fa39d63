package software.amazon.awssdk.services.blob;

public interface BlobClient {
    String call(String text);
}
