package org.servicerecovery.examples.crm.api;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/**
 * The resources take name and password with each request (HTTP Basic) and know no session: the cookie of a browser that is signed in to the
 * pages opens nothing here. That is why they need no token against cross-site requests.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {
    private static final String CHALLENGE = "Basic realm=\"Service Recovery\", charset=\"UTF-8\"";

    @Bean
    @Order(1)
    SecurityFilterChain apiChain(HttpSecurity http, ProblemWriter problems) throws Exception {
        AuthenticationEntryPoint stranger = (request, response, exception) -> {
            HttpHeaders challenge = new HttpHeaders();
            challenge.set(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
            problems.write(request, response, challenge, Problems.of(HttpStatus.UNAUTHORIZED, "not-signed-in", "Who are you?",
                "Send the name and password of somebody who works here with each request (HTTP Basic). A session of the pages does not count here."));
        };
        AccessDeniedHandler denied = (request, response, exception) -> problems.write(request, response, new HttpHeaders(), forbidden());
        return http.securityMatcher(Paths.API, Paths.API + "/**")
            .authorizeHttpRequests(requests -> requests.requestMatchers(Paths.DOCUMENT, Paths.DOCUMENT + ".yaml").permitAll()
                .anyRequest().authenticated())
            .httpBasic(basic -> basic.authenticationEntryPoint(stranger))
            .exceptionHandling(exceptions -> exceptions.authenticationEntryPoint(stranger).accessDeniedHandler(denied))
            .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
            .csrf(AbstractHttpConfigurer::disable)
            .formLogin(AbstractHttpConfigurer::disable)
            .logout(AbstractHttpConfigurer::disable)
            .requestCache(AbstractHttpConfigurer::disable)
            .addFilterAfter(new BodyLimit(problems), AuthorizationFilter.class)
            .build();
    }

    /** Addresses that cannot be meant honestly, such as those with an encoded slash, come to no chain. */
    @Bean
    RequestRejectedHandler rejectedAddresses(ProblemWriter problems) {
        RequestRejectedHandler pages = new HttpStatusRequestRejectedHandler();
        return (request, response, exception) -> {
            if (ProblemWriter.concerns(request)) {
                problems.write(request, response, new HttpHeaders(), Problems.of(HttpStatus.BAD_REQUEST, "invalid-input",
                    "The request is not well-formed", "The address or a header has characters that are not taken here. Use the links that the "
                        + "answers give."));
            } else {
                pages.handle(request, response, exception);
            }
        };
    }

    private static ProblemDetail forbidden() {
        return Problems.of(HttpStatus.FORBIDDEN, "forbidden", "This is not for you", "Your role does not allow this.");
    }
}
