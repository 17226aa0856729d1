package org.holdfast.requests.visits;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.holdfast.requests.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Hands the [Visitor] to handlers that ask for one, and lets nobody else through. It comes first among a handler's
/// arguments, so that a body is read only for whoever may post it.
@Configuration
class VisitorArgument implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private final Visits visits;
    private final WrongTries tries;

    VisitorArgument(Visits visits, WrongTries tries) {
        this.visits = visits;
        this.tries = tries;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Visitor.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        Optional<Visitor> visitor =
                visits.find(request.getHeader("Holdfast-Locator"), request.getHeader("Holdfast-Secret"));
        if (visitor.isEmpty()) {
            tries.count(request.getRemoteAddr());
            throw new UnknownVisit();
        }
        return visitor.get();
    }
}
