package org.servicerecovery.examples.crm.people;

import java.security.Principal;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers the person who signed in. */
final class SignedIn implements HandlerMethodArgumentResolver {
    private final People people;

    SignedIn(People people) {
        this.people = people;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Person.class;
    }

    @Override
    public Object resolveArgument(MethodParameter parameter, ModelAndViewContainer container, NativeWebRequest request,
                                  WebDataBinderFactory binders) {
        Principal principal = request.getUserPrincipal();
        return people.find(principal == null ? "" : principal.getName())
            .orElseThrow(() -> new InsufficientAuthenticationException("Nobody who is known here is signed in. Sign in again."));
    }
}
