package org.servicerecovery.examples.crm.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A parameter that nobody reads would be a filter that does not filter: it is not taken. */
@Component
class KnownParameters implements HandlerInterceptor, WebMvcConfigurer {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(Paths.CASES + "/**", Paths.REPORT);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            Set<String> known = Arrays.stream(method.getMethod().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class)).map(Parameter::getName)
                .collect(Collectors.toCollection(TreeSet::new));
            for (String name : request.getParameterMap().keySet()) {
                if (!known.contains(name)) {
                    throw Problems.bad("invalid-input", "There is no such parameter",
                        "The parameter " + name + " is not known here. There are: " + (known.isEmpty() ? "none" : String.join(", ", known)) + ".");
                }
            }
        }
        return true;
    }
}
