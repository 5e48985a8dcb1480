package org.servicerecovery.examples.crm.people;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Signing in to the pages, and what a browser may do with them. The REST resources have a chain of their own. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    /** Everything comes from here: no script of elsewhere, none written into a page, no frame around it. */
    private static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
        + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain pages(HttpSecurity http) {
        return http
            .authorizeHttpRequests(requests -> requests
                .requestMatchers("/sign-in", "/css/**", "/js/**", "/webjars/**", "/icon.svg", "/error").permitAll()
                .anyRequest().authenticated())
            .formLogin(form -> form.loginPage("/sign-in").failureUrl("/sign-in?failed"))
            .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
            .sessionManagement(session -> session.invalidSessionUrl("/sign-in?expired"))
            .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
            .build();
    }

    @Bean
    PasswordEncoder passwords() {
        return new BCryptPasswordEncoder();
    }

    @Bean
    UserDetailsService users(PeopleProperties properties) {
        return new InMemoryUserDetailsManager(properties.people().stream().map(SecurityConfiguration::user).toList());
    }

    private static UserDetails user(PeopleProperties.Entry entry) {
        return User.withUsername(entry.id()).password(entry.password()).roles(entry.role().name()).build();
    }

    /** Controllers ask for a {@link Person}, who is then the one who signed in. */
    @Bean
    WebMvcConfigurer personArgument(People people) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new SignedIn(people));
            }
        };
    }
}
