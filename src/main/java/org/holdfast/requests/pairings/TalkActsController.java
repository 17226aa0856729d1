package org.holdfast.requests.pairings;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.holdfast.programs.Member;
import org.holdfast.programs.Role;
import org.holdfast.programs.Staff;
import org.holdfast.requests.PairingId;
import org.holdfast.requests.closing.CheckIns;
import org.holdfast.requests.closing.Endings;
import org.holdfast.shared.Ciphertext;
import org.holdfast.shared.NotFound;
import org.holdfast.shared.web.After;
import org.holdfast.shared.web.Posted;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What a supporter does in a talk of their own; anybody else's is not there.
@RestController
@Staff(Role.SUPPORTER)
@RequestMapping("/staff/{slug}/talks/{pairing}")
class TalkActsController {

    /// @param note the note sealed to the intake key again, base64url; needed where the intake copy is gone
    record PassOn(@Nullable String note, @Nullable Integer intakeNumber, boolean lostKey) {}

    /// @param on nothing is marked or taken away by leaving it out
    record Danger(@Nullable Boolean on) {}

    /// @param weeks 2, 4, 12; 0 takes the date back
    record CheckIn(@Nullable Integer weeks) {}

    private final FirstContacts firstContacts;
    private final PassingOn passingOn;
    private final Dangers dangers;
    private final CheckIns checkIns;
    private final Endings endings;

    TalkActsController(
            FirstContacts firstContacts, PassingOn passingOn, Dangers dangers, CheckIns checkIns, Endings endings) {
        this.firstContacts = firstContacts;
        this.passingOn = passingOn;
        this.dangers = dangers;
        this.checkIns = checkIns;
        this.endings = endings;
    }

    @PostMapping("/first-contact")
    ResponseEntity<Object> contacted(Member member, @PathVariable UUID pairing, HttpServletRequest request) {
        demand(firstContacts.mark(member, new PairingId(pairing)));
        return done(request, pairing, "contacted");
    }

    @PostMapping("/pass-on")
    ResponseEntity<Object> passOn(
            Member member, @PathVariable UUID pairing, @Posted PassOn posted, HttpServletRequest request) {
        Ciphertext note = posted.note() == null
                ? null
                : Ciphertext.read(Ciphertext.Kind.NOTE, posted.note()).orElse(null);
        if (posted.note() != null && note == null) {
            return refused(request, pairing, HttpStatus.UNPROCESSABLE_CONTENT, "note");
        }
        int number = posted.intakeNumber() == null ? 0 : posted.intakeNumber();
        return switch (passingOn.passOn(member, new PairingId(pairing), note, number, posted.lostKey())) {
            case PassingOn.Answer.Done() -> After.done(request, "?said=passed", Map.of("state", "passedOn"));
            case PassingOn.Answer.NoteNeeded() -> refused(request, pairing, HttpStatus.CONFLICT, "noteNeeded");
            case PassingOn.Answer.WrongNote() -> refused(request, pairing, HttpStatus.CONFLICT, "intakeNumber");
            case PassingOn.Answer.Gone() -> throw new NotFound();
        };
    }

    @PostMapping("/danger")
    ResponseEntity<Object> danger(
            Member member, @PathVariable UUID pairing, @Posted Danger posted, HttpServletRequest request) {
        Boolean on = posted.on();
        if (on == null) {
            return refused(request, pairing, HttpStatus.UNPROCESSABLE_CONTENT, "on");
        }
        demand(dangers.mark(member, new PairingId(pairing), on));
        return done(request, pairing, on ? "danger" : "safe");
    }

    @PostMapping("/check-in")
    ResponseEntity<Object> checkIn(
            Member member, @PathVariable UUID pairing, @Posted CheckIn posted, HttpServletRequest request) {
        Integer weeks = posted.weeks();
        if (weeks == null || !CheckIns.WEEKS.contains(weeks)) {
            return refused(request, pairing, HttpStatus.UNPROCESSABLE_CONTENT, "weeks");
        }
        demand(done(checkIns.bySupporter(new PairingId(pairing), member.id(), weeks)));
        return done(request, pairing, "checkIn");
    }

    @PostMapping("/ending")
    ResponseEntity<Object> end(Member member, @PathVariable UUID pairing, HttpServletRequest request) {
        demand(done(endings.bySupporter(new PairingId(pairing), member.id())));
        return done(request, pairing, "ended");
    }

    private static ResponseEntity<Object> done(HttpServletRequest request, UUID pairing, String what) {
        return After.done(request, "/talks/" + pairing + "?said=" + what, Map.of("done", what));
    }

    private static ResponseEntity<Object> refused(
            HttpServletRequest request, UUID pairing, HttpStatus status, String error) {
        return After.refused(request, status, "/talks/" + pairing + "?refused=" + error, error);
    }

    private static boolean done(Endings.Outcome outcome) {
        return outcome == Endings.Outcome.DONE;
    }

    private static void demand(boolean there) {
        if (!there) {
            throw new NotFound();
        }
    }
}
