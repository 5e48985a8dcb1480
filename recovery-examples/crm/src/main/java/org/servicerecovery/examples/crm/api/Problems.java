package org.servicerecovery.examples.crm.api;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** What goes wrong, as problem details (RFC 9457). Whatever it is, nothing was written. */
final class Problems {
    static final String TYPE = "urn:service-recovery:problem:";

    private Problems() {
    }

    /** A field that is wrong: where it stands in the body, as a JSON pointer, and what to do. */
    record FieldProblem(String pointer, String detail) {
    }

    static ProblemDetail of(HttpStatus status, String type, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(TYPE + type));
        problem.setTitle(title);
        return problem;
    }

    static ErrorResponseException bad(String type, String title, String detail) {
        return new ErrorResponseException(HttpStatus.BAD_REQUEST, of(HttpStatus.BAD_REQUEST, type, title, detail), null);
    }

    static ErrorResponseException fields(List<FieldProblem> errors) {
        FieldProblem first = errors.get(0);
        ErrorResponseException bad = bad("invalid-input", "The body has wrong entries", errors.size() == 1 ? first.pointer() + ": " + first.detail()
            : errors.size() + " entries of the body are wrong; errors tells what to do about each.");
        bad.getBody().setProperty("errors", errors);
        return bad;
    }

    /** One and the same for a case that is not there and for one that the person may not see. */
    static ErrorResponseException noSuchCase() {
        return new ErrorResponseException(HttpStatus.NOT_FOUND, of(HttpStatus.NOT_FOUND, "no-such-case", "There is no such case",
            "There is no case of this id, or none that you may see. GET /api/cases lists those that you may."), null);
    }

    static ErrorResponseException movedOn(String caseId, int expected, int current) {
        String since = Paths.since(caseId, expected);
        ErrorResponseException moved = new ErrorResponseException(HttpStatus.PRECONDITION_FAILED, of(HttpStatus.PRECONDITION_FAILED,
            "case-has-changed", "The case has changed", "The case is at version " + current + ", but the command was meant for version "
            + expected + ". Look at what happened since, and decide again."), null);
        moved.getBody().setProperty("version", current);
        moved.getBody().setProperty("happened", since);
        moved.getHeaders().setETag(Version.tag(current));
        moved.getHeaders().set(HttpHeaders.LINK, "<" + since + ">; rel=\"version-history\"");
        return moved;
    }

    static ErrorResponseException refused(String detail, Map<String, Object> more) {
        ErrorResponseException refused = new ErrorResponseException(HttpStatus.UNPROCESSABLE_CONTENT,
            of(HttpStatus.UNPROCESSABLE_CONTENT, "refused", "Refused", detail), null);
        more.forEach(refused.getBody()::setProperty);
        return refused;
    }
}
