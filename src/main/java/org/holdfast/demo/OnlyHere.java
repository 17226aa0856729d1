package org.holdfast.demo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.holdfast.shared.NotFound;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// The demo's own pages answer this machine alone, and only by its own names: a strange page in the same browser could
/// otherwise give its own name this machine's address and read along.
@Configuration
@ConditionalOnBooleanProperty("holdfast.demo")
class OnlyHere implements WebMvcConfigurer, HandlerInterceptor {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws UnknownHostException {
        boolean ours = handler instanceof HandlerMethod method
                && method.getBeanType().getPackage().equals(OnlyHere.class.getPackage());
        if (ours && !(NAMES.contains(request.getServerName()) && here(request.getRemoteAddr()))) {
            throw new NotFound();
        }
        return true;
    }

    /// The address is one in digits, so nothing is looked up.
    private static boolean here(String address) throws UnknownHostException {
        for (InetAddress one : InetAddress.getAllByName(address)) {
            if (!one.isLoopbackAddress()) {
                return false;
            }
        }
        return true;
    }
}
