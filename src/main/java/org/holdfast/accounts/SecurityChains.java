package org.holdfast.accounts;

import java.net.URI;
import java.time.Clock;
import org.holdfast.shared.NotFound;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// Two worlds. Staff pages have a session, a cookie whose path covers them alone, and Spring's token. All other pages
/// neither set nor read a cookie. Who may see what is declared on each handler and answered 404, so the chains
/// themselves let everybody through.
@Configuration
class SecurityChains {

    /// The application's template, under a second name by which Spring Session asks for one: its own would open a
    /// second transaction within ours, and one connection a request is enough.
    @Bean({"transactionTemplate", "springSessionTransactionOperations"})
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }

    /// Behind a proxy that ends TLS a request looks like plain HTTP, so the address that people type decides: a cookie
    /// of
    /// an `https` one never travels in the clear.
    @Bean
    DefaultCookieSerializerCustomizer sessionCookie(@Value("${holdfast.mail.home}") URI home) {
        return cookie -> {
            if ("https".equals(home.getScheme())) {
                cookie.setUseSecureCookie(true);
            }
        };
    }

    /// A post without Spring's token, such as one from a session that has ended, is answered like any page that is not
    /// there: with the way to sign in.
    @Bean
    @Order(1)
    SecurityFilterChain staff(
            HttpSecurity http, Clock clock, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors)
            throws Exception {
        return http.securityMatcher("/staff", "/staff/**")
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .addFilterAfter(new StaffSessions(clock), SecurityContextHolderFilter.class)
                .exceptionHandling(refused -> refused.accessDeniedHandler((request, response, denied) ->
                        errors.resolveException(request, response, null, new NotFound())))
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain everybody(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .build();
    }
}
