package dev.holdfast.it.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.pets.ApiClient;
import com.acme.pets.ApiException;
import com.acme.pets.ApiResponse;
import com.acme.pets.Pet;
import com.acme.pets.PetApi;
import dev.holdfast.testkit.Reply;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A client that OpenAPI Generator has written for the JDK's HttpClient. */
class OpenApiTest extends ClientContract {

    private static final Reply PET = Reply.ok("{\"id\":7,\"name\":\"Rex\"}");

    private ResilientPetApi pets;

    @Override
    void connect(Duration patience) {
        ApiClient api = new ApiClient();
        api.updateBaseUri(server.uri().toString());
        api.setReadTimeout(patience);
        pets = new ResilientPetApi(new PetApi(api));
    }

    @Override
    Object call() throws ApiException {
        return pets.getPetById(7L).getName();
    }

    @Override
    Reply good() {
        return PET;
    }

    @Override
    Object content() {
        return "Rex";
    }

    @Override
    Class<? extends Throwable> failure() {
        return ApiException.class;
    }

    @Override
    int failuresToOpen() {
        return 3;
    }

    @Test
    void theCallWithTheHeadersIsRetriedToo() throws ApiException {
        server.then(Reply.unavailable("down"), PET);
        ApiResponse<Pet> response = pets.getPetByIdWithHttpInfo(7L);
        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(response.getData().getName()).isEqualTo("Rex");
        assertThat(server.paths()).containsExactly("/pet/7", "/pet/7");
    }

    @Test
    void aListIsRetried() throws ApiException {
        server.then(Reply.unavailable("down"), Reply.ok("[]"));
        assertThat(pets.findPets("sold", 10)).isEmpty();
        assertThat(server.paths()).containsExactly("/pet?status=sold&limit=10", "/pet?status=sold&limit=10");
    }

    @Test
    void whatAddsIsNotRepeated() {
        server.then(Reply.unavailable("down"));
        assertThatThrownBy(() -> pets.addPet(new Pet().name("Rex")))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.getCode()).isEqualTo(503));
        assertThat(server.requests()).hasSize(1);
    }

    /** The application. */
    private record Shop(Pets pets) {

        String label(long id) throws ApiException {
            return pets.getPetById(id).getName() + " no. " + id;
        }
    }

    @Test
    void aTestOfTheApplicationFakesTheInterface() throws ApiException {
        Pets fake = (Pets) Proxy.newProxyInstance(
                Pets.class.getClassLoader(),
                new Class<?>[] {Pets.class},
                (self, method, arguments) -> new Pet().name("Fake"));
        assertThat(new Shop(fake).label(3)).isEqualTo("Fake no. 3");
        server.then(PET);
        assertThat(new Shop(pets).label(7)).isEqualTo("Rex no. 7");
        assertThat(server.requests()).hasSize(1);
    }
}
