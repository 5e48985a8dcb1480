package org.servicerecovery.model;

/**
 * Something true of the action that is attempted: by whom, through which channel, with which words, within which limits.
 * Traits are found by an {@code Assessor} or attested by a person, are stored in the event, and are never assessed
 * again. The library's own are the constants of {@link Traits}; a host declares further ones. Immutable.
 */
public final class Trait implements Term {
    private final String name;
    private final boolean attestable;
    private final int standardBit;

    Trait(String name, boolean attestable, int standardBit) {
        this.name = Texts.name("trait", name);
        this.attestable = attestable;
        this.standardBit = standardBit;
    }

    /**
     * A host's own trait. A person may attest it.
     *
     * @param name upper-case letters, digits and underscores, at most 60 characters
     * @return the trait
     * @throws InvalidInputException if the name is null, not of that form, or one of the library's
     */
    public static Trait named(String name) {
        Trait own = new Trait(name, true, -1);
        // Equal by name, it would pass for the library's and be attested where that one cannot be.
        if (Traits.all().contains(own)) {
            throw new InvalidInputException("The trait " + name + " is the library's. Use Traits." + name + ", or another name.");
        }
        return own;
    }

    @Override
    public String name() {
        return name;
    }

    /**
     * Whether a person may say that this is so. Who acts, through which channel, and what the ledger counts is computed and
     * cannot be claimed.
     *
     * @return true if attesting is allowed
     */
    public boolean attestable() {
        return attestable;
    }

    int standardBit() {
        return standardBit;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Trait that && that.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
