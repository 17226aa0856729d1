package org.holdfast.supporters.pages;

import java.net.URI;
import org.holdfast.shared.ProgramContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// Where a form goes on once it was saved.
final class Saving {

    private Saving() {}

    static ResponseEntity<Void> to(String saved) {
        return at("/profile?saved=" + saved);
    }

    static ResponseEntity<Void> at(String page) {
        URI address = URI.create("/staff/" + ProgramContext.current().slug() + page);
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(address).build();
    }
}
