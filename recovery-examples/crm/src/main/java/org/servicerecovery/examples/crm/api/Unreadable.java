package org.servicerecovery.examples.crm.api;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.servicerecovery.examples.crm.forms.StepForms;
import org.servicerecovery.model.Step;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What is wrong with a body that could not be read, and where. */
final class Unreadable {
    private Unreadable() {
    }

    static ProblemDetail problem(HttpMessageNotReadableException exception) {
        for (Throwable cause = exception.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyLimit.TooLargeException) {
                return BodyLimit.problem();
            }
        }
        if (!(exception.getCause() instanceof JacksonException json)) {
            return Problems.of(HttpStatus.BAD_REQUEST, "malformed-body", "The body is missing",
                "Send a JSON object as the body. " + Paths.DOCUMENT + " describes it.");
        }
        ProblemDetail problem;
        if (json instanceof MismatchedInputException mismatch && !pointer(json).isEmpty()) {
            problem = Problems.fields(List.of(new Problems.FieldProblem(pointer(json), entry(mismatch)))).getBody();
        } else {
            problem = Problems.of(HttpStatus.BAD_REQUEST, "malformed-body", "The body is not the JSON that is asked for", malformed(json));
        }
        TokenStreamLocation location = json.getLocation();
        if (location != null && location.getLineNr() > 0) {
            problem.setDetail(problem.getDetail() + " (Line " + location.getLineNr() + ", column " + location.getColumnNr() + ".)");
            problem.setProperty("line", location.getLineNr());
            problem.setProperty("column", location.getColumnNr());
        }
        return problem;
    }

    private static String malformed(JacksonException json) {
        // Where it began, Jackson would tell by its own source and not by the place in the body.
        return json instanceof MismatchedInputException ? "A JSON object is asked for here."
            : "It cannot be read: " + json.getOriginalMessage().replaceFirst(" \\(start marker.*", "") + ".";
    }

    private static String entry(MismatchedInputException mismatch) {
        if (mismatch instanceof UnrecognizedPropertyException unknown) {
            Collection<Object> known = unknown.getKnownPropertyIds();
            return "There is no such field. There are: " + (known == null ? "none" : known.stream().map(Object::toString).sorted()
                .collect(Collectors.joining(", "))) + ".";
        }
        Class<?> type = mismatch.getTargetType();
        if (type != null && type.isEnum()) {
            return (mismatch instanceof InvalidFormatException format ? "There is no " + shown(format.getValue()) + ". " : "") + "It is one of "
                + names(type) + ".";
        }
        return "It must be " + kind(type) + ".";
    }

    static String names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).filter(constant -> !(constant instanceof Step step) || StepForms.has(step))
            .map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String kind(Class<?> type) {
        if (type == null) {
            return "of another kind";
        }
        if (type == String.class) {
            return "a text in quotation marks";
        }
        if (type == Instant.class) {
            return "a date and time such as 2026-03-01T09:30:00Z";
        }
        return Collection.class.isAssignableFrom(type) ? "a list in square brackets" : "an object in braces";
    }

    private static String shown(Object value) {
        String text = String.valueOf(value);
        return "\"" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "\"";
    }

    /** Where it stands in the body, as RFC 6901 has it. */
    private static String pointer(JacksonException json) {
        return json.getPath().stream().map(part -> "/" + (part.getPropertyName() == null ? String.valueOf(part.getIndex())
            : part.getPropertyName().replace("~", "~0").replace("/", "~1"))).collect(Collectors.joining());
    }
}
