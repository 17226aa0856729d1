package org.holdfast.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads [Posted] records: one handler serves the page's form and its script.
@Configuration
class PostedArguments implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private final JsonMapper json;

    PostedArguments(JsonMapper json) {
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(Posted.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders)
            throws IOException {
        var posted = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        Class<?> type = parameter.getParameterType();
        HttpInputMessage message = new ServletServerHttpRequest(posted);
        try {
            Object read = isJson(posted)
                    ? json.readValue(posted.getInputStream(), type)
                    : json.convertValue(fields(posted, type), type);
            if (read == null) {
                throw new HttpMessageNotReadableException("nothing posted", message);
            }
            return read;
        } catch (JacksonException | IllegalArgumentException unreadable) {
            throw new HttpMessageNotReadableException("not readable", message);
        }
    }

    static boolean isJson(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_JSON_VALUE);
    }

    /// The record's own fields alone; an empty field is as good as none.
    private static Map<String, String> fields(HttpServletRequest request, Class<?> type) {
        Map<String, String> fields = new HashMap<>();
        Arrays.stream(type.getRecordComponents()).forEach(component -> {
            String value = request.getParameter(component.getName());
            if (value != null && !value.isBlank()) {
                fields.put(component.getName(), value.strip());
            }
        });
        return fields;
    }
}
