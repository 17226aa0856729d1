package org.holdfast.programs.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.holdfast.accounts.AccountId;
import org.holdfast.accounts.Accounts;
import org.holdfast.accounts.SignedIn;
import org.holdfast.programs.Programs;
import org.holdfast.shared.NotFound;
import org.holdfast.shared.Program;
import org.holdfast.shared.ProgramId;
import org.holdfast.shared.web.Frames;
import org.holdfast.shared.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The page after sign-in: the programs of the account. Whoever has one is taken there.
@Controller
class StartController {

    private final JdbcClient jdbc;
    private final Programs programs;
    private final Accounts accounts;
    private final Frames frames;

    StartController(JdbcClient jdbc, Programs programs, Accounts accounts, Frames frames) {
        this.jdbc = jdbc;
        this.programs = programs;
        this.accounts = accounts;
        this.frames = frames;
    }

    @SignedIn
    @GetMapping("/staff")
    Object start(HttpServletRequest request, AccountId id) {
        var account = accounts.find(id).orElseThrow(NotFound::new);
        request.setAttribute(Frames.LANGUAGE, account.language());
        List<Program> mine = programsOf(id);
        if (mine.size() == 1) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .header("Location", "/staff/" + mine.getFirst().slug())
                    .build();
        }
        return new Page("programs/start", new StartPage(frames.staff(request), mine));
    }

    /// The one question that crosses programs: a function of the tables' owner answers it, for one account.
    private List<Program> programsOf(AccountId id) {
        return jdbc
                .sql("select program from programs.programs_of(:account)")
                .param("account", id.value())
                .query((row, n) -> new ProgramId(row.getObject("program", UUID.class)))
                .list()
                .stream()
                .flatMap(program -> programs.byId(program).stream())
                .toList();
    }
}
