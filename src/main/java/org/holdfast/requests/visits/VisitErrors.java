package org.holdfast.requests.visits;

import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// The answers to words that lead nowhere.
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class VisitErrors {

    @ExceptionHandler
    ResponseEntity<Map<String, String>> unknown(UnknownVisit e) {
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("state", "unknown"));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> tooMany(TooManyTries e) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(e.pause().toSeconds()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("error", "tooMany"));
    }
}
