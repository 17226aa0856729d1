package org.holdfast.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/// Signs somebody in without a code: for the demo's made-up people. Nowhere else does this bean exist.
@Component
@ConditionalOnBooleanProperty("holdfast.demo")
public class OneClickSignIn {

    private final Clock clock;

    OneClickSignIn(Clock clock) {
        this.clock = clock;
    }

    public void begin(HttpServletRequest request, AccountId account) {
        StaffSessions.begin(request, account, clock.instant());
    }
}
