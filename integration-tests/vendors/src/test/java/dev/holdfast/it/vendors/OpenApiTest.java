package dev.holdfast.it.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.it.vendors.openapi.ApiClient;
import dev.holdfast.it.vendors.openapi.ApiException;
import dev.holdfast.it.vendors.openapi.ApiResponse;
import dev.holdfast.it.vendors.openapi.OrderApi;
import dev.holdfast.it.vendors.openapi.Pet;
import dev.holdfast.it.vendors.openapi.PetApi;
import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.testkit.Reply;
import dev.holdfast.testkit.ScriptedServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A client of the shape that OpenAPI Generator writes for the JDK's HttpClient, against a server that fails. */
@Timeout(60)
class OpenApiTest {

    private static final Reply PET = Reply.ok("{\"id\":7,\"name\":\"Rex\"}");

    private ScriptedServer server;
    private ResilientPetApi pets;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
        pets = new ResilientPetApi(new PetApi(new ApiClient().updateBaseUri(server.uri())));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void aFailureIsRetriedAsOneCall() throws ApiException {
        server.then(Reply.unavailable("down"), Reply.unavailable("down"), PET);
        assertThat(pets.getPetById(7L).getName()).isEqualTo("Rex");
        assertThat(server.paths()).containsExactly("/pet/7", "/pet/7", "/pet/7");
    }

    @Test
    void theCallWithTheHeadersIsRetriedToo() throws ApiException {
        server.then(Reply.unavailable("down"), PET);
        ApiResponse<Pet> response = pets.getPetByIdWithHttpInfo(7L);
        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void theWaitThatTheServerAsksForIsKept() throws ApiException {
        server.then(Reply.tooManyRequests("1"), Reply.ok("[]"));
        assertThat(pets.findPets("sold", 10)).isEmpty();
        List<ScriptedServer.Request> requests = server.requests();
        assertThat(requests).hasSize(2);
        assertThat(Duration.ofNanos(requests.get(1).nanoTime() - requests.get(0).nanoTime()))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whatAddsIsNotRepeated() {
        server.then(Reply.unavailable("down"));
        assertThatThrownBy(() -> pets.addPet(new Pet().name("Rex")))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.getCode()).isEqualTo(503));
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void theBreakerSparesAServerThatIsDown() {
        server.otherwise(Reply.unavailable("down"));
        assertThatThrownBy(() -> pets.getPetById(7L)).isInstanceOf(ApiException.class);
        assertThatThrownBy(() -> pets.getPetById(7L)).isInstanceOf(CircuitOpenException.class);
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void anApiOverOkHttpKeepsItsCallsAndSettings() throws Exception {
        OrderApi plain = new OrderApi(new OkHttpClient());
        ResilientOrderApi orders = new ResilientOrderApi(plain);
        orders.setCustomBaseUrl(server.uri().resolve("/v1").toString());
        assertThat(plain.getCustomBaseUrl()).isEqualTo(orders.getCustomBaseUrl());
        assertThat(orders.getApiClient()).isSameAs(plain.getApiClient());
        server.then(Reply.unavailable("down"), Reply.ok("tea"));
        assertThat(orders.getOrder(3L)).isEqualTo("tea");
        server.then(Reply.unavailable("down"));
        try (Response response = orders.getOrderCall(3L, null).execute()) {
            assertThat(response.code()).isEqualTo(503);
        }
        assertThat(server.paths()).containsExactly("/v1/order/3", "/v1/order/3", "/v1/order/3");
    }

    /** The application. */
    private record Shop(Pets pets) {

        String label(long id) throws ApiException {
            return pets.getPetById(id).getName() + " no. " + id;
        }
    }

    @Test
    void aTestOfTheApplicationFakesTheInterface() throws ApiException {
        Pets fake = new Pets() {
            @Override
            public Pet getPetById(Long petId) {
                return new Pet().name("Fake");
            }

            @Override
            public Pet addPet(Pet pet) {
                return pet;
            }

            @Override
            public List<Pet> findPets(String status, Integer limit) {
                return List.of();
            }

            @Override
            public List<Pet> findPets(String status, Integer limit, Map<String, String> headers) {
                return List.of();
            }

            @Override
            public ApiResponse<Pet> addPetWithHttpInfo(Pet pet) {
                return new ApiResponse<>(201, Map.of(), pet);
            }

            @Override
            public ApiResponse<List<Pet>> findPetsWithHttpInfo(
                    String status, Integer limit, Map<String, String> headers) {
                return new ApiResponse<>(200, Map.of(), List.of());
            }

            @Override
            public ApiResponse<Pet> getPetByIdWithHttpInfo(Long petId) throws ApiException {
                return new ApiResponse<>(200, Map.of(), getPetById(petId));
            }
        };
        assertThat(new Shop(fake).label(3)).isEqualTo("Fake no. 3");
        server.then(PET);
        assertThat(new Shop(pets).label(7)).isEqualTo("Rex no. 7");
        assertThat(server.requests()).hasSize(1);
    }
}
