package org.holdfast.accounts;

import jakarta.servlet.http.HttpServletRequest;
import org.holdfast.shared.web.Open;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/// Signing out takes the session from the server, and cookie and kept pages from the browser. The opened key is taken
/// by
/// the page itself, before and after (frontend/staff/keys): storage holds also which statement this browser saw last,
/// and forgetting that would let an older one pass.
@Controller
class SignOutController {

    @Open
    @PostMapping("/staff/sign-out")
    ResponseEntity<Void> signOut(HttpServletRequest request) {
        StaffSessions.end(request);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/staff/sign-in")
                .header("Clear-Site-Data", "\"cache\", \"cookies\"")
                .build();
    }
}
