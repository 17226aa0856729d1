package org.holdfast.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import org.holdfast.shared.ProgramContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// What a post is answered with: a form goes on to a page, a script gets JSON.
public final class After {

    private After() {}

    /// It was done.
    ///
    /// @param page where a form goes on, below the program's staff pages
    public static ResponseEntity<Object> done(HttpServletRequest request, String page, Object json) {
        return PostedArguments.isJson(request) ? ResponseEntity.ok(json) : onTo(page);
    }

    /// Nothing was done, and the page says why.
    ///
    /// @param error a name, never a sentence and nothing that was posted
    public static ResponseEntity<Object> refused(
            HttpServletRequest request, HttpStatus status, String page, String error) {
        return PostedArguments.isJson(request)
                ? ResponseEntity.status(status).body(Map.of("error", error))
                : onTo(page);
    }

    private static ResponseEntity<Object> onTo(String page) {
        URI address = URI.create("/staff/" + ProgramContext.current().slug() + page);
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(address).build();
    }
}
