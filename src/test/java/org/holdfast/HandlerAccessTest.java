package org.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.util.List;
import org.holdfast.accounts.SignedIn;
import org.holdfast.programs.Staff;
import org.holdfast.shared.web.Open;
import org.holdfast.shared.web.Visit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@HoldfastTest
class HandlerAccessTest {

    private static final List<Class<? extends Annotation>> RULES =
            List.of(Open.class, Visit.class, SignedIn.class, Staff.class);

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void everyHandlerDeclaresWhoMayComeIn() {
        var without = requestMappingHandlerMapping.getHandlerMethods().values().stream()
                .filter(handler -> handler.getBeanType().getPackageName().startsWith("org.holdfast"))
                .filter(handler -> RULES.stream().noneMatch(rule -> declares(handler, rule)))
                .toList();

        assertThat(without).isEmpty();
    }

    private static boolean declares(HandlerMethod handler, Class<? extends Annotation> rule) {
        return handler.hasMethodAnnotation(rule) || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), rule);
    }
}
