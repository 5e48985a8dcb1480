package org.servicerecovery.examples.crm.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.servicerecovery.examples.crm.forms.FormException;
import org.servicerecovery.model.InvalidInputException;

/** Collects what is wrong with one body, so that the client hears all of it at once. */
final class Wrong {
    private final List<Problems.FieldProblem> problems = new ArrayList<>();

    void at(String pointer, String detail) {
        problems.add(new Problems.FieldProblem(pointer, detail));
    }

    /** What it makes; null if that is impossible, which is then noted. */
    <T> T of(String pointer, Supplier<T> making) {
        try {
            return making.get();
        } catch (FormException e) {
            e.problems().forEach((field, problem) -> at(field.isEmpty() ? pointer : pointer + "/fields/" + field, problem));
        } catch (InvalidInputException e) {
            at(pointer, e.getMessage());
        }
        return null;
    }

    boolean isNothing() {
        return problems.isEmpty();
    }

    /** Unless something was wrong. */
    <T> T orElse(Supplier<T> making) {
        if (!problems.isEmpty()) {
            throw Problems.fields(problems);
        }
        return making.get();
    }
}
