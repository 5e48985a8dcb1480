package org.servicerecovery.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The facts and traits that one playbook knows: the library's own first, in the order in which they are declared, then the
 * host's. At most {@value #MOST} of each. Immutable and safe for many threads.
 */
public final class Vocabulary {
    /** How many facts, and how many traits, one playbook can have: two {@code long}s each. */
    public static final int MOST = 128;

    private final Kind<Fact> facts;
    private final Kind<Trait> traits;

    /**
     * The standard words and a host's own.
     *
     * @param hostFacts  further facts, in order; a name that is known already is refused
     * @param hostTraits further traits, likewise
     * @throws InvalidInputException if a name is declared twice or there are more than {@value #MOST}
     */
    public Vocabulary(Collection<Fact> hostFacts, Collection<Trait> hostTraits) {
        this.facts = new Kind<>("fact", Facts.all(), hostFacts);
        this.traits = new Kind<>("trait", Traits.all(), hostTraits);
    }

    /**
     * The facts.
     *
     * @return all of them, with their bits
     */
    public Kind<Fact> facts() {
        return facts;
    }

    /**
     * The traits.
     *
     * @return all of them, with their bits
     */
    public Kind<Trait> traits() {
        return traits;
    }

    /**
     * One of the two kinds of word. Immutable.
     *
     * @param <T> {@link Fact} or {@link Trait}
     */
    public static final class Kind<T extends Term> {
        private final String what;
        private final List<T> members;
        private final Map<String, Integer> bits = new LinkedHashMap<>();
        private final Terms<T> none = new Terms<>(this, 0, 0);

        private Kind(String what, List<T> standard, Collection<T> host) {
            this.what = what;
            List<T> all = new ArrayList<>(standard);
            all.addAll(host);
            for (T term : all) {
                if (bits.putIfAbsent(term.name(), bits.size()) != null) {
                    throw new InvalidInputException("The " + what + " " + term.name() + " is declared twice. Give the host's own another name.");
                }
            }
            if (all.size() > MOST) {
                throw new InvalidInputException("A playbook can have " + MOST + " " + what + "s; " + standard.size() + " are standard and "
                    + host.size() + " were declared. Declare at most " + (MOST - standard.size()) + ".");
            }
            this.members = List.copyOf(all);
        }

        /**
         * Every word, in the order of the bits.
         *
         * @return an immutable list
         */
        public List<T> all() {
            return members;
        }

        /**
         * The word of that name.
         *
         * @param name the stable name
         * @return the word
         * @throws InvalidInputException if it is not declared, with the nearest that is
         */
        public T byName(String name) {
            Integer bit = bits.get(name);
            if (bit == null) {
                throw undeclared(name);
            }
            return members.get(bit);
        }

        /**
         * The bit of a word.
         *
         * @param term a declared word
         * @return 0 to 127
         * @throws InvalidInputException if it is not declared
         */
        public int bit(T term) {
            int bit = bitOrMinusOne(term);
            if (bit < 0) {
                throw undeclared(term.name());
            }
            return bit;
        }

        /**
         * Those of some words that this vocabulary has.
         *
         * @param terms declared words or others
         * @return the declared ones, in this vocabulary
         */
        public Terms<T> declaredOf(Collection<? extends T> terms) {
            return of(terms.stream().filter(term -> bitOrMinusOne(term) >= 0).toList());
        }

        int bitOrMinusOne(Object term) {
            int fixed = term instanceof Fact fact ? fact.standardBit() : term instanceof Trait trait ? trait.standardBit() : -1;
            if (fixed >= 0 && fixed < members.size() && members.get(fixed) == term) {
                return fixed;
            }
            return term instanceof Term word && !members.isEmpty() && members.get(0).getClass() == word.getClass()
                ? bits.getOrDefault(word.name(), -1) : -1;
        }

        T at(int bit) {
            return members.get(bit);
        }

        /**
         * The empty set.
         *
         * @return always the same instance
         */
        public Terms<T> none() {
            return none;
        }

        /**
         * A set from its bits, as row evaluation yields them.
         *
         * @param low  bits 0 to 63
         * @param high bits 64 to 127
         * @return the set
         */
        public Terms<T> ofBits(long low, long high) {
            return (low | high) == 0 ? none : new Terms<>(this, low, high);
        }

        /**
         * A set of declared words.
         *
         * @param terms the members
         * @return the set
         * @throws InvalidInputException if one is not declared
         */
        public Terms<T> of(Collection<? extends T> terms) {
            if (terms instanceof Terms<?> set && set.isEmpty()) {
                return none;
            }
            long low = 0;
            long high = 0;
            for (T term : terms) {
                int bit = bit(term);
                if (bit < 64) {
                    low |= 1L << bit;
                } else {
                    high |= 1L << bit;
                }
            }
            return ofBits(low, high);
        }

        private InvalidInputException undeclared(String name) {
            List<String> near = bits.keySet().stream().filter(known -> near(known, name)).limit(5).toList();
            return new InvalidInputException("The " + what + " " + name + " is not declared in this playbook. Declare it on the builder"
                + (near.isEmpty() ? "." : ", or use one of: " + String.join(", ", near) + "."));
        }

        private static boolean near(String known, String name) {
            return name != null && (name.length() < 3 || known.startsWith(name.substring(0, 3)));
        }
    }
}
