package dev.holdfast.it.vendors.openapi;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** The API of a tag, as the library {@code native} writes it. */
public class PetApi {

    private final ApiClient apiClient;

    public PetApi(ApiClient apiClient) {
        this.apiClient = apiClient;
    }

    /** Adds a pet. */
    public Pet addPet(Pet pet) throws ApiException {
        return addPetWithHttpInfo(pet).getData();
    }

    public ApiResponse<Pet> addPetWithHttpInfo(Pet pet) throws ApiException {
        try {
            String body = apiClient.getObjectMapper().writeValueAsString(pet);
            return send(request("/pet").POST(HttpRequest.BodyPublishers.ofString(body)), new TypeReference<>() {});
        } catch (IOException e) {
            throw new ApiException(e);
        }
    }

    /** Finds pets. */
    public List<Pet> findPets(String status, Integer limit) throws ApiException {
        return findPets(status, limit, Map.of());
    }

    public List<Pet> findPets(String status, Integer limit, Map<String, String> headers) throws ApiException {
        return findPetsWithHttpInfo(status, limit, headers).getData();
    }

    public ApiResponse<List<Pet>> findPetsWithHttpInfo(String status, Integer limit, Map<String, String> headers)
            throws ApiException {
        HttpRequest.Builder request = request("/pet?status=" + status + "&limit=" + limit);
        headers.forEach(request::header);
        return send(request.GET(), new TypeReference<>() {});
    }

    /** Finds a pet. */
    public Pet getPetById(Long petId) throws ApiException {
        return getPetByIdWithHttpInfo(petId).getData();
    }

    public ApiResponse<Pet> getPetByIdWithHttpInfo(Long petId) throws ApiException {
        return send(request("/pet/" + petId).GET(), new TypeReference<>() {});
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(apiClient.getBaseUri().resolve(path));
    }

    protected ApiException getApiException(String operation, HttpResponse<String> response) {
        String message = operation + " call failed with: " + response.statusCode();
        return new ApiException(response.statusCode(), message, response.headers(), response.body());
    }

    private <T> ApiResponse<T> send(HttpRequest.Builder request, TypeReference<T> type) throws ApiException {
        try {
            HttpResponse<String> response =
                    apiClient.getHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw getApiException("pet", response);
            }
            T data = apiClient.getObjectMapper().readValue(response.body(), type);
            return new ApiResponse<>(response.statusCode(), response.headers().map(), data);
        } catch (IOException e) {
            throw new ApiException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException(e);
        }
    }
}
