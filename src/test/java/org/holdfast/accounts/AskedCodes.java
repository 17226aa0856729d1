package org.holdfast.accounts;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The sign-in codes as they leave for the mail.
@Component
class AskedCodes {

    final List<SignInCodeAsked> asked = new ArrayList<>();

    @EventListener
    void on(SignInCodeAsked code) {
        asked.add(code);
    }

    String last() {
        return asked.getLast().code().text();
    }
}
