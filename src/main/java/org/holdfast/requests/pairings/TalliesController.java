package org.holdfast.requests.pairings;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.holdfast.encounters.Tally;
import org.holdfast.programs.Member;
import org.holdfast.programs.Role;
import org.holdfast.programs.Staff;
import org.holdfast.requests.PairingId;
import org.holdfast.shared.NotFound;
import org.holdfast.shared.web.After;
import org.holdfast.shared.web.Posted;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// The supporter's tally of a talk.
@RestController
@Staff(Role.SUPPORTER)
class TalliesController {

    record Left(
            @Nullable String profession,
            @Nullable String topic,
            @Nullable String channel,
            @Nullable String minutes,
            @Nullable String contacts,
            @Nullable String outcome) {

        /// Null where something is missing or is no code.
        @Nullable
        Tally tally() {
            try {
                return profession == null || topic == null
                        ? null
                        : new Tally(
                                Tally.Door.NONE, // the request's own is counted
                                profession,
                                topic,
                                Tally.Channel.valueOf(String.valueOf(channel)),
                                Tally.Minutes.valueOf(String.valueOf(minutes)),
                                Tally.Contacts.valueOf(String.valueOf(contacts)),
                                Tally.Outcome.valueOf(String.valueOf(outcome)));
            } catch (IllegalArgumentException noCode) {
                return null;
            }
        }
    }

    private final Tallies tallies;

    TalliesController(Tallies tallies) {
        this.tallies = tallies;
    }

    @PostMapping("/staff/{slug}/talks/{pairing}/tally")
    ResponseEntity<Object> leave(
            Member member, @PathVariable UUID pairing, @Posted Left left, HttpServletRequest request) {
        Tally tally = left.tally();
        Tallies.Answer answer =
                tally == null ? Tallies.Answer.REFUSED : tallies.leave(member, new PairingId(pairing), tally);
        String page = "/talks/" + pairing;
        return switch (answer) {
            case DONE -> After.done(request, page + "?said=tally", Map.of("done", "tally"));
            case REFUSED -> After.refused(request, HttpStatus.UNPROCESSABLE_CONTENT, page + "?refused=tally", "tally");
            case GONE -> throw new NotFound();
        };
    }
}
