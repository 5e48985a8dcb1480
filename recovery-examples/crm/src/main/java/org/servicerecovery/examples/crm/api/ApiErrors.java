package org.servicerecovery.examples.crm.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.servicerecovery.ConflictException;
import org.servicerecovery.UnknownCaseException;
import org.servicerecovery.examples.crm.cases.NoSuchCaseException;
import org.servicerecovery.examples.crm.forms.FormException;
import org.servicerecovery.jdbc.StoreException;
import org.servicerecovery.model.InvalidInputException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Every exception below {@code /api} becomes one problem, also where no controller was found. Not a controller advice, because those are
 * asked for pages as well.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class ApiErrors implements HandlerExceptionResolver {
    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    private final ProblemWriter problems;

    ApiErrors(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response, Object handler, Exception exception) {
        if (!ProblemWriter.concerns(request) || exception instanceof AccessDeniedException || exception instanceof AuthenticationException) {
            return null;
        }
        if (response.isCommitted() || exception instanceof AsyncRequestNotUsableException) {
            LOG.debug("The client of {} is gone", request.getRequestURI(), exception);
            return new ModelAndView();
        }
        try {
            problems.write(request, response, exception instanceof ErrorResponse known ? known.getHeaders() : HttpHeaders.EMPTY, problem(exception));
        } catch (IOException e) {
            LOG.debug("The problem could not be told to the client of {}", request.getRequestURI(), e);
        }
        return new ModelAndView();
    }

    private static ProblemDetail problem(Exception exception) {
        if (exception instanceof ErrorResponseException told) {
            return told.getBody();
        }
        if (exception instanceof HttpMessageNotReadableException body) {
            return Unreadable.problem(body);
        }
        if (exception instanceof MissingRequestHeaderException header) {
            return missing(header.getHeaderName());
        }
        if (exception instanceof MethodArgumentTypeMismatchException parameter) {
            return mistyped(parameter);
        }
        if (exception instanceof InvalidInputException || exception instanceof FormException) {
            return bad("The input makes no sense", exception.getMessage());
        }
        if (exception instanceof NoSuchCaseException || exception instanceof UnknownCaseException) {
            return Problems.noSuchCase().getBody();
        }
        if (exception instanceof ConflictException conflict) {
            return Problems.of(HttpStatus.CONFLICT, "conflict", "This contradicts what is on record", conflict.getMessage());
        }
        if (exception instanceof StoreException || exception instanceof DataAccessException) {
            LOG.error("The database refused", exception);
            return Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "The database cannot be used at the moment",
                "Send the request again later, with the same Idempotency-Key: if it was done after all, it is not done twice.");
        }
        return exception instanceof ErrorResponse ? routing(exception) : unexpected(exception);
    }

    private static ProblemDetail bad(String title, String detail) {
        return Problems.of(HttpStatus.BAD_REQUEST, "invalid-input", title, detail);
    }

    private static ProblemDetail missing(String header) {
        if (header.equals(HttpHeaders.IF_MATCH)) {
            return Problems.of(HttpStatus.PRECONDITION_REQUIRED, "version-missing", "Which version do you mean?",
                "Send the ETag of the case as you saw it in the header If-Match, so that nobody acts on what has changed meanwhile.");
        }
        return Problems.of(HttpStatus.BAD_REQUEST, "key-missing", "The header " + header + " is missing", "Send a new UUID in the header "
            + header + ", and the same when you repeat the request: it is then done once.");
    }

    private static ProblemDetail mistyped(MethodArgumentTypeMismatchException parameter) {
        Class<?> type = parameter.getRequiredType();
        String remedy = type != null && type.isEnum() ? "It is one of " + Unreadable.names(type) + "." : "It is a whole number.";
        return bad("The parameter " + parameter.getName() + " is wrong", parameter.getName() + " cannot be what was sent. " + remedy);
    }

    /** What Spring found while it looked for somebody to handle the request. */
    private static ProblemDetail routing(Exception exception) {
        if (exception instanceof NoResourceFoundException) {
            return Problems.of(HttpStatus.NOT_FOUND, "no-such-resource", "There is nothing here",
                "No resource has this address. " + Paths.DOCUMENT + " describes those that there are.");
        }
        if (exception instanceof HttpRequestMethodNotSupportedException method) {
            String[] others = method.getSupportedMethods();
            return Problems.of(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", method.getMethod() + " cannot be used here",
                "Use " + Arrays.stream(others == null ? new String[0] : others).sorted().collect(Collectors.joining(" or ")) + ".");
        }
        if (exception instanceof HttpMediaTypeNotSupportedException type) {
            return Problems.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "media-type", "This media type is not read",
                "Send the body as " + listed(type.getSupportedMediaTypes()) + ", and say so in the header Content-Type.");
        }
        if (exception instanceof HttpMediaTypeNotAcceptableException type) {
            return Problems.of(HttpStatus.NOT_ACCEPTABLE, "media-type", "This media type is not written",
                "The answer is " + listed(type.getSupportedMediaTypes()) + ". Accept that.");
        }
        ErrorResponse other = (ErrorResponse) exception;
        return other.getStatusCode().is4xxClientError() ? other.getBody() : unexpected(exception);
    }

    private static String listed(List<?> types) {
        return types.isEmpty() ? "application/json" : types.stream().map(Object::toString).distinct().collect(Collectors.joining(" or "));
    }

    /** Nothing of what went wrong is told, but where to find it. */
    private static ProblemDetail unexpected(Exception exception) {
        String reference = UUID.randomUUID().toString();
        LOG.error("Request failed, reference {}", reference, exception);
        ProblemDetail problem = Problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "failed", "Something went wrong here",
            "It is noted under the reference " + reference + ". Send the request again with the same Idempotency-Key, or tell whoever runs this.");
        problem.setProperty("reference", reference);
        return problem;
    }
}
