package org.servicerecovery.model;

/**
 * Something a row can ask for: a {@link Fact} about the case or a {@link Trait} of what is attempted. Both are names; inside
 * a {@link Vocabulary} both are bits, and bit numbers are never stored. Terms are equal when kind and name are equal.
 */
public sealed interface Term permits Fact, Trait {

    /**
     * The stable name, upper-case words joined by underscores.
     *
     * @return the name, never blank
     */
    String name();
}
