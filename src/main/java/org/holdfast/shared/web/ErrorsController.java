package org.holdfast.shared.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Answers what a filter or the container refused, in the words of [Errors].
@RestController
class ErrorsController implements ErrorController {

    private final Errors errors;

    ErrorsController(Errors errors) {
        this.errors = errors;
    }

    @Open
    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = code instanceof Integer number ? number : 404;
        HttpStatus known = HttpStatus.resolve(status);
        if (known == null || known == HttpStatus.FORBIDDEN || known == HttpStatus.UNAUTHORIZED) {
            known = HttpStatus.NOT_FOUND; // what one may not see is not there
        }
        errors.answer(
                request,
                response,
                known,
                known.is5xxServerError() ? "fault" : known == HttpStatus.NOT_FOUND ? "notFound" : "notUnderstood");
    }
}
