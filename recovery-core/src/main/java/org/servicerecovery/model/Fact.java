package org.servicerecovery.model;

/**
 * Something established about a case, in the perfect: {@code OWNER_NAMED}, {@code APOLOGY_GIVEN}. The library's own facts
 * are the constants of {@link Facts}; a host declares further ones with {@link #named(String)} and gives them to the
 * playbook builder. Immutable.
 */
public final class Fact implements Term {
    private final String name;
    private final boolean attestable;
    private final int standardBit;

    Fact(String name, boolean attestable, int standardBit) {
        this.name = Texts.name("fact", name);
        this.attestable = attestable;
        this.standardBit = standardBit;
    }

    /**
     * A host's own fact. It may be attested when a case is adopted.
     *
     * @param name upper-case letters, digits and underscores, at most 60 characters
     * @return the fact
     * @throws InvalidInputException if the name is null, not of that form, or one of the library's
     */
    public static Fact named(String name) {
        Fact own = new Fact(name, true, -1);
        // Equal by name, it would pass for the library's and be attested where that one cannot be.
        if (Facts.all().contains(own)) {
            throw new InvalidInputException("The fact " + name + " is the library's. Use Facts." + name + ", or another name.");
        }
        return own;
    }

    @Override
    public String name() {
        return name;
    }

    /**
     * Whether a person may vouch for this fact when a case is adopted from another system. Follow-up, question, answer and
     * proof never can: they have to happen here.
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
        return other instanceof Fact that && that.name.equals(name);
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
