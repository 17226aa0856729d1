package org.holdfast.programs.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.holdfast.accounts.AccountId;
import org.holdfast.accounts.SignedIn;
import org.holdfast.programs.Member;
import org.holdfast.programs.Staff;
import org.holdfast.shared.NotFound;
import org.holdfast.shared.ProgramContext;
import org.holdfast.shared.web.Open;
import org.holdfast.shared.web.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Holds every handler to the rule it declares, and closes those that declare none. Hands the signed-in [Member] or
/// [AccountId] to handlers that ask for one.
@Configuration
class AccessRules implements WebMvcConfigurer, HandlerInterceptor, HandlerMethodArgumentResolver {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean ours = handler instanceof HandlerMethod method
                && method.getBeanType().getPackageName().startsWith("org.holdfast");
        if (ours && !allowed(request, (HandlerMethod) handler)) {
            throw new NotFound();
        }
        return true;
    }

    private static boolean allowed(HttpServletRequest request, HandlerMethod handler) {
        if (request.getRequestURI().startsWith("/p/") && ProgramContext.find().isEmpty()) {
            return false;
        }
        Staff staff = rule(handler, Staff.class);
        if (staff != null) {
            return request.getAttribute(ProgramFilter.MEMBER) instanceof Member member
                    && (staff.value().length == 0
                            || Arrays.stream(staff.value()).anyMatch(member::is));
        }
        if (rule(handler, SignedIn.class) != null) {
            return account() != null;
        }
        return rule(handler, Open.class) != null || rule(handler, Visit.class) != null;
    }

    /// The rule on the handler itself, else the one on its class.
    private static <A extends Annotation> @Nullable A rule(HandlerMethod handler, Class<A> kind) {
        A own = handler.getMethodAnnotation(kind);
        boolean another = List.of(Staff.class, SignedIn.class, Open.class, Visit.class).stream()
                .anyMatch(handler::hasMethodAnnotation);
        return own != null || another ? own : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), kind);
    }

    private static @Nullable AccountId account() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof AccountId id ? id : null;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Member.class || parameter.getParameterType() == AccountId.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Object found = parameter.getParameterType() == Member.class
                ? request.getAttribute(ProgramFilter.MEMBER, RequestAttributes.SCOPE_REQUEST)
                : account();
        return Objects.requireNonNull(found, "the handler's rule lets nobody in without one");
    }
}
