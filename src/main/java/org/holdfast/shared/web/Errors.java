package org.holdfast.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.holdfast.shared.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.databind.json.JsonMapper;

/// What a person sees when something is not there or went wrong: never the text of an exception, always the lines to
/// call. Logs get the kind of fault alone.
@RestControllerAdvice
class Errors {

    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    private final PageRendering pages;
    private final Frames frames;
    private final JsonMapper json;

    Errors(PageRendering pages, Frames frames, JsonMapper json) {
        this.pages = pages;
        this.frames = frames;
        this.json = json;
    }

    @ExceptionHandler({
        NotFound.class,
        NoResourceFoundException.class,
        NoHandlerFoundException.class,
        HttpRequestMethodNotSupportedException.class,
        MethodArgumentTypeMismatchException.class
    })
    void notThere(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, HttpStatus.NOT_FOUND, "notFound");
    }

    @ExceptionHandler({
        HttpMessageNotReadableException.class,
        HttpMediaTypeException.class,
        ServletRequestBindingException.class
    })
    void notUnderstood(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, HttpStatus.BAD_REQUEST, "notUnderstood");
    }

    @ExceptionHandler({CannotCreateTransactionException.class, DataAccessResourceFailureException.class})
    void busy(Exception e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        LOG.warn("no database connection: {}", e.getClass().getSimpleName());
        response.setHeader("Retry-After", "2");
        answer(request, response, HttpStatus.SERVICE_UNAVAILABLE, "tryAgain");
    }

    @ExceptionHandler(Exception.class)
    void fault(Exception e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return; // an open stream whose page is gone
        }
        LOG.error("fault: {}", trace(e));
        answer(request, response, HttpStatus.INTERNAL_SERVER_ERROR, "fault");
    }

    void answer(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String key)
            throws IOException {
        String accept = request.getHeader("Accept");
        if (accept != null && accept.contains(MediaType.TEXT_HTML_VALUE)) {
            boolean seeker = !request.getRequestURI().startsWith("/staff");
            var frame = seeker ? frames.seeker(request) : frames.staff(request);
            pages.write(new Page("shared/error", new ErrorPage(frame, key), status), response);
        } else {
            response.setStatus(status.value());
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            json.writeValue(response.getOutputStream(), Map.of("error", key));
        }
    }

    /// Where it happened, without any message: a message may quote what was typed.
    private static String trace(Throwable e) {
        StringBuilder out = new StringBuilder();
        for (Throwable cause = e; cause != null && out.length() < 4_000; cause = cause.getCause()) {
            out.append(cause.getClass().getName());
            if (cause instanceof DataAccessException data && data.getMostSpecificCause() instanceof SQLException sql) {
                out.append(" state ").append(sql.getSQLState());
            }
            StackTraceElement[] frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(12, frames.length); i++) {
                out.append("\n    ").append(frames[i]);
            }
            out.append('\n');
        }
        return out.toString();
    }
}
