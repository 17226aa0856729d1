package org.holdfast.requests.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.holdfast.programs.Member;
import org.holdfast.programs.MemberId;
import org.holdfast.programs.Role;
import org.holdfast.programs.Staff;
import org.holdfast.programs.StaffNav;
import org.holdfast.requests.board.RosterLines;
import org.holdfast.requests.board.RosterView;
import org.holdfast.shared.Limit;
import org.holdfast.shared.NotFound;
import org.holdfast.shared.ProgramContext;
import org.holdfast.shared.web.Field;
import org.holdfast.shared.web.Frame;
import org.holdfast.shared.web.Frames;
import org.holdfast.shared.web.Moments;
import org.holdfast.shared.web.Page;
import org.holdfast.supporters.DueDates;
import org.holdfast.supporters.Saved;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// All supporters, and until when their training and agreement hold.
@Controller
@Staff({Role.COORDINATOR, Role.DIRECTOR})
class RosterController {

    private final RosterLines roster;
    private final DueDates dueDates;
    private final Frames frames;
    private final Clock clock;

    RosterController(RosterLines roster, DueDates dueDates, Frames frames, Clock clock) {
        this.roster = roster;
        this.dueDates = dueDates;
        this.frames = frames;
        this.clock = clock;
    }

    @GetMapping("/staff/{slug}/roster")
    Page roster(
            HttpServletRequest request,
            Member member,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(required = false) @Nullable String said) {
        Frame frame = frames.staff(request);
        String key = Said.key(frame, "requests.roster.said", said);
        return new Page("requests/roster", page(frame, member, name, from, key, null));
    }

    /// An empty date: never done, or never signed.
    @PostMapping("/staff/{slug}/roster/{supporter}/due-dates")
    Object change(
            HttpServletRequest request,
            Member member,
            @PathVariable UUID supporter,
            @RequestParam(defaultValue = "") String trainingDue,
            @RequestParam(defaultValue = "") String agreementDue) {
        RosterView.Line line = roster.all().lines().stream()
                .filter(one -> one.supporter().equals(supporter))
                .findFirst()
                .orElseThrow(NotFound::new);
        Frame frame = frames.staff(request);
        Saved saved = saved(member, supporter, trainingDue, agreementDue);
        return switch (saved) {
            case Saved.Done done -> onTo();
            case Saved.Refused refused -> {
                var errors = refused.errors();
                var edit = new RosterPage.Edit(
                        line.supporter(),
                        field(frame, "trainingDue", trainingDue, errors.get("trainingDue")),
                        field(frame, "agreementDue", agreementDue, errors.get("agreementDue")));
                yield Page.refused("requests/roster", page(frame, member, line.name(), 0, null, edit));
            }
        };
    }

    private Saved saved(Member member, UUID supporter, String trainingDue, String agreementDue) {
        String at = "trainingDue";
        try {
            LocalDate training = day(trainingDue);
            at = "agreementDue";
            LocalDate agreement = day(agreementDue);
            return dueDates.change(member.account(), new MemberId(supporter), training, agreement);
        } catch (DateTimeParseException notADay) {
            return new Saved.Refused(java.util.Map.of(at, "supporters.refused.day"));
        }
    }

    private RosterPage page(
            Frame frame, Member member, String name, int from, @Nullable String said, RosterPage.@Nullable Edit edit) {
        Locale locale = Locale.of(frame.lang());
        String wanted = name.strip().toLowerCase(locale);
        List<RosterView.Line> matching = roster.all().lines().stream()
                .filter(line -> line.name().toLowerCase(locale).contains(wanted))
                .toList();
        int first = Math.clamp(from, 0, matching.size());
        return new RosterPage(
                frame,
                StaffNav.of(frame, member, "roster"),
                matching.stream().skip(first).limit(Limit.LIST_PAGE.number()).toList(),
                Moments.of(frame, ProgramContext.current().zone(), clock),
                Field.of("name", frame.t("requests.roster.search"), name),
                first,
                matching.size(),
                said,
                edit);
    }

    private static Field field(Frame frame, String name, String typed, @Nullable String error) {
        String label = frame.t("requests.roster." + (name.equals("trainingDue") ? "training" : "agreement"));
        return new Field(name, label, typed, error == null ? null : frame.t(error));
    }

    private static @Nullable LocalDate day(String typed) {
        return typed.isBlank() ? null : LocalDate.parse(typed.strip());
    }

    private static ResponseEntity<Void> onTo() {
        URI address = URI.create("/staff/" + ProgramContext.current().slug() + "/roster?said=saved");
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(address).build();
    }
}
