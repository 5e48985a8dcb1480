package org.servicerecovery.examples.crm.pages;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.servicerecovery.model.Step;
import org.springframework.util.MultiValueMap;

/**
 * What somebody typed into a form of a case, as it was sent: kept whatever becomes of it, so that nothing has to be typed twice.
 *
 * @param form     which form of the page
 * @param command  the id of the command
 * @param version  the version of the case that the person saw
 * @param acts     the steps to be taken, in the order of the library
 * @param fields   by {@code STEP.field}
 * @param traits   as {@code STEP.TRAIT}
 * @param waivers  by the rule, the reason
 * @param problems by field, what is wrong with it
 */
public record Typed(String form, String command, int version, Set<Step> acts, Map<String, String> fields, Set<String> traits, String channel,
                    String text, Map<String, String> waivers, Map<String, String> problems) {
    /** The composer's own form; each step has one of its name. */
    static final String COMPOSER = "say";
    /** In place of a step: what is vouched for of the whole message. */
    static final String ANY = "ANY";
    static final Typed NOTHING = new Typed("", "", 0, Set.of(), Map.of(), Set.of(), "", "", Map.of(), Map.of());

    static Typed read(MultiValueMap<String, String> sent) {
        Set<Step> acts = EnumSet.noneOf(Step.class);
        sent.getOrDefault("act", List.of()).forEach(act -> byName(act, acts));
        Map<String, String> fields = new LinkedHashMap<>();
        Set<String> traits = new LinkedHashSet<>();
        Map<String, String> waivers = new LinkedHashMap<>();
        sent.forEach((name, values) -> {
            if (name.startsWith("field.")) {
                fields.put(name.substring("field.".length()), values.get(0));
            }
        });
        sent.getOrDefault("trait", List.of()).forEach(traits::add);
        sent.getOrDefault("waive", List.of()).forEach(rule -> waivers.put(rule, one(sent, "reason." + rule)));
        return new Typed(one(sent, "form"), one(sent, "command"), number(one(sent, "version")), acts, fields, traits, one(sent, "channel"),
            one(sent, "text"), waivers, Map.of());
    }

    private static void byName(String act, Set<Step> acts) {
        for (Step step : Step.values()) {
            if (step.name().equals(act)) {
                acts.add(step);
            }
        }
    }

    private static String one(MultiValueMap<String, String> sent, String name) {
        String value = sent.getFirst(name);
        return value == null ? "" : value;
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    Typed with(Map<String, String> wrong) {
        return new Typed(form, command, version, acts, fields, traits, channel, text, waivers, Collections.unmodifiableMap(wrong));
    }

    /** The values of one step, by field. */
    Map<String, String> of(Step step) {
        Map<String, String> values = new LinkedHashMap<>();
        String prefix = step + ".";
        fields.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                values.put(name.substring(prefix.length()), value);
            }
        });
        return values;
    }

    /** What was typed into a field of that form; otherwise what stands there to begin with. */
    public String value(String inForm, Step step, String field, String first) {
        String typed = form.equals(inForm) ? fields.get(step + "." + field) : null;
        return typed == null ? first : typed;
    }

    public String problem(String inForm, Step step, String field) {
        return form.equals(inForm) ? problems.get(step + "." + field) : null;
    }

    public boolean takes(String inForm, Step step) {
        return form.equals(inForm) && acts.contains(step);
    }

    public boolean vouches(String inForm, Object step, String trait) {
        return form.equals(inForm) && traits.contains(step + "." + trait);
    }

    public boolean isIn(String inForm) {
        return form.equals(inForm);
    }
}
