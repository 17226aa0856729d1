package org.holdfast.programs.keys;

import org.holdfast.shared.web.Open;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// A program's keys and newest statement, for whoever is about to seal something.
@RestController
class PublicKeysController {

    private final KeysReading reading;

    PublicKeysController(KeysReading reading) {
        this.reading = reading;
    }

    @Open
    @GetMapping("/p/{slug}/keys")
    KeysShown.PublicKeys keys() {
        return reading.forEveryone();
    }
}
