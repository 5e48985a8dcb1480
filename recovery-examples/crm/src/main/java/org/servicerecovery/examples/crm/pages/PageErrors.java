package org.servicerecovery.examples.crm.pages;

import org.servicerecovery.examples.crm.cases.NoSuchCaseException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What the pages answer when there is nothing to show. Everything else has its page in templates/error. */
@ControllerAdvice(basePackageClasses = PageErrors.class)
class PageErrors {
    @ExceptionHandler(NoSuchCaseException.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String noSuchCase() {
        return "error/404";
    }
}
