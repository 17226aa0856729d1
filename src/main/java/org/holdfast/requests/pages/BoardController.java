package org.holdfast.requests.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.UUID;
import org.holdfast.notices.Notices;
import org.holdfast.programs.Member;
import org.holdfast.programs.Places;
import org.holdfast.programs.Role;
import org.holdfast.programs.Staff;
import org.holdfast.programs.StaffNav;
import org.holdfast.requests.RequestId;
import org.holdfast.requests.board.BoardDetail;
import org.holdfast.requests.board.BoardList.Filter;
import org.holdfast.requests.board.BoardRows;
import org.holdfast.shared.NotFound;
import org.holdfast.shared.ProgramContext;
import org.holdfast.shared.web.Frame;
import org.holdfast.shared.web.Frames;
import org.holdfast.shared.web.Moments;
import org.holdfast.shared.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The board, and one request on it.
@Controller
@Staff({Role.COORDINATOR, Role.DIRECTOR})
class BoardController {

    private final BoardRows board;
    private final Places places;
    private final Notices notices;
    private final Frames frames;
    private final Clock clock;

    BoardController(BoardRows board, Places places, Notices notices, Frames frames, Clock clock) {
        this.board = board;
        this.places = places;
        this.notices = notices;
        this.frames = frames;
        this.clock = clock;
    }

    @GetMapping("/staff/{slug}/board")
    Page board(
            HttpServletRequest request,
            Member member,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String from) {
        Frame frame = frames.staff(request);
        return new Page(
                "requests/board",
                new BoardPage(
                        frame,
                        StaffNav.of(frame, member, "board"),
                        board.page(Filter.of(show), from),
                        moments(frame),
                        from,
                        notices.undelivered()));
    }

    @GetMapping("/staff/{slug}/board/{id}")
    Page detail(
            HttpServletRequest request,
            Member member,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String said) {
        BoardDetail detail = board.detail(new RequestId(id)).orElseThrow(NotFound::new);
        Frame frame = frames.staff(request);
        return new Page(
                "requests/boardDetail",
                new BoardDetailPage(
                        frame,
                        StaffNav.of(frame, member, "board"),
                        detail,
                        moments(frame),
                        places.professions(),
                        Said.key(frame, "requests.board.said", said)));
    }

    private Moments moments(Frame frame) {
        return Moments.of(frame, ProgramContext.current().zone(), clock);
    }
}
