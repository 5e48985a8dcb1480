package org.servicerecovery.examples.crm.forms;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was filled in. First every field is checked, then the values are read. */
final class Values {
    private static final int LINE = 200;
    private static final int LONGEST_NUMBER = 20;
    private final List<Field> fields;
    private final Map<String, String> values;
    private final ZoneId zone;
    private final Map<String, String> problems;

    Values(List<Field> fields, Map<String, String> values, ZoneId zone, Map<String, String> problems) {
        this.fields = fields;
        this.values = values;
        this.zone = zone;
        this.problems = problems;
    }

    void check(Field field) {
        String value = text(field.name());
        String problem = value.isEmpty() ? field.required() ? missing(field) : "" : switch (field.kind()) {
            case DATE_TIME -> isTime(value) ? "" : field.label() + ": " + shown(value) + " is no date and time. Give it like 2026-11-30T14:00.";
            case NUMBER -> isNumber(field, value) ? "" : field.label() + ": " + shown(value) + " is no number that fits. Use digits only.";
            case DUTY, ISSUE, ENTRY -> isWhole(value) ? "" : field.label() + ": " + shown(value) + " is none. Choose one by its number.";
            case YES_NO -> List.of("yes", "no", "true", "false").contains(value) ? "" : field.label() + ": say yes or no, not " + shown(value) + ".";
            case CHOICE, PERSON, FACT -> field.choices().stream().anyMatch(choice -> choice.value().equals(value)) ? ""
                : field.label() + ": " + shown(value) + " cannot be chosen. There are: "
                    + field.choices().stream().map(Choice::value).collect(Collectors.joining(", ")) + ".";
            case TEXT -> value.length() <= LINE && !value.contains("\n") ? "" : field.label() + ": use one line of at most " + LINE + " characters.";
            case LONG_TEXT -> "";
        };
        if (!problem.isEmpty()) {
            problems.put(field.name(), problem);
        }
    }

    private static String missing(Field field) {
        return field.label() + ": " + switch (field.kind()) {
            case YES_NO -> "say yes or no.";
            case DATE_TIME -> "give a date and time.";
            case TEXT, LONG_TEXT, NUMBER -> "fill this in.";
            default -> "choose one.";
        };
    }

    private static String shown(String value) {
        return "“" + (value.length() > 40 ? value.substring(0, 40) + "…" : value) + "”";
    }

    /** Empty if it was left out, or belongs to another step. Browsers send line ends as two characters. */
    String text(String name) {
        String value = fields.stream().anyMatch(field -> field.name().equals(name)) ? values.get(name) : null;
        return value == null ? "" : value.replace("\r\n", "\n").strip();
    }

    boolean yes(String name) {
        return text(name).equals("yes") || text(name).equals("true");
    }

    int whole(String name) {
        return Integer.parseInt(text(name));
    }

    Instant time(String name) {
        return time(text(name), zone);
    }

    private static Instant time(String value, ZoneId zone) {
        boolean local = !value.endsWith("Z") && !value.matches(".*T.*[+-]\\d\\d:?\\d\\d");
        return local ? LocalDateTime.parse(value).atZone(zone).toInstant() : OffsetDateTime.parse(value).toInstant();
    }

    private boolean isTime(String value) {
        try {
            time(value, zone);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isWhole(String value) {
        try {
            Integer.parseInt(value);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Money has decimals; a likelihood has none. */
    private static boolean isNumber(Field field, String value) {
        return value.length() <= LONGEST_NUMBER && (field.name().equals("amount") ? isDecimal(value) : isWhole(value));
    }

    private static boolean isDecimal(String value) {
        try {
            return value.matches("-?[0-9.]+") && new BigDecimal(value).scale() <= 2;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
