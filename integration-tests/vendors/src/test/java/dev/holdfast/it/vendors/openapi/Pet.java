package dev.holdfast.it.vendors.openapi;

/** A model. */
public class Pet {

    private Long id;
    private String name;

    public Pet name(String name) {
        this.name = name;
        return this;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
