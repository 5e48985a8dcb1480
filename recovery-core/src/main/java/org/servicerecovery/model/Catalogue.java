package org.servicerecovery.model;

import java.util.Collection;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * The sentences of this library, by stable key: what every step, fact, trait and deadline is called. Why a rule is a
 * rule, the rule says itself. English. Safe for many threads.
 */
public final class Catalogue {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("org.servicerecovery.model.catalogue", Locale.ROOT);

    private Catalogue() {
    }

    /**
     * A sentence by its key.
     *
     * @param key for instance {@code step.APOLOGISE}
     * @return the sentence
     * @throws InvalidInputException if the catalogue has none of that key
     */
    public static String text(String key) {
        try {
            return TEXTS.getString(key);
        } catch (MissingResourceException e) {
            throw new InvalidInputException("The catalogue has no sentence for " + key + ". Check the key.");
        }
    }

    /**
     * Whether there is a sentence.
     *
     * @param key the key
     * @return true if so
     */
    public static boolean has(String key) {
        return TEXTS.containsKey(key);
    }

    /**
     * What a step is called.
     *
     * @param step the step
     * @return a phrase such as "take ownership"
     */
    public static String phrase(Step step) {
        return text("step." + step.name());
    }

    /**
     * What a fact or trait is called; a host's own by its name.
     *
     * @param term the fact or trait
     * @return a phrase such as "somebody owns the case"
     */
    public static String phrase(Term term) {
        String key = (term instanceof Fact ? "fact." : "trait.") + term.name();
        return has(key) ? text(key) : term.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /**
     * Several of them.
     *
     * @param terms facts or traits
     * @param join  what stands between them
     * @return their phrases
     */
    public static String phrases(Collection<? extends Term> terms, String join) {
        return terms.stream().map(Catalogue::phrase).collect(Collectors.joining(join));
    }

    /**
     * How an action is to be done. That a person says it and the customer receives it goes without saying, and nobody makes
     * something the last of its kind.
     *
     * @param traits of the action
     * @return their phrases, sorted, joined by commas; possibly empty
     */
    public static String manner(Collection<Trait> traits) {
        return traits.stream().filter(trait -> !trait.equals(Traits.BY_PERSON) && !trait.equals(Traits.RECEIVED)
            && !trait.name().startsWith("LAST_")).map(Catalogue::phrase).sorted().collect(Collectors.joining(", "));
    }
}
