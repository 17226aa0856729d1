package org.holdfast.programs.people;

import jakarta.servlet.http.HttpServletRequest;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.holdfast.accounts.Account;
import org.holdfast.accounts.AccountId;
import org.holdfast.accounts.Accounts;
import org.holdfast.programs.Member;
import org.holdfast.programs.Role;
import org.holdfast.programs.Staff;
import org.holdfast.programs.StaffNav;
import org.holdfast.shared.Limit;
import org.holdfast.shared.web.Frame;
import org.holdfast.shared.web.Frames;
import org.holdfast.shared.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The accountability log: who did what kind of thing on which day. It leads to no request.
@Controller
class LogController {

    private final PeopleStore store;
    private final Accounts accounts;
    private final TransactionTemplate transaction;
    private final Frames frames;

    LogController(PeopleStore store, Accounts accounts, TransactionTemplate transaction, Frames frames) {
        this.store = store;
        this.accounts = accounts;
        this.transaction = transaction;
        this.frames = frames;
    }

    @Staff(Role.DIRECTOR)
    @GetMapping("/staff/{slug}/log")
    Page log(HttpServletRequest request, Member director, @RequestParam(defaultValue = "1") int page) {
        Frame frame = frames.staff(request);
        int size = Limit.LIST_PAGE.number();
        int at = Math.clamp(page, 1, 100_000);
        List<PeopleStore.Noted> rows = List.copyOf(transaction.execute(status -> store.log(size + 1, (at - 1) * size)));
        DateTimeFormatter days =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Locale.of(frame.lang()));
        Map<AccountId, String> names = new HashMap<>();
        List<PeoplePage.Noted> lines = rows.stream()
                .limit(size)
                .map(row -> new PeoplePage.Noted(
                        row.actor()
                                .map(id -> names.computeIfAbsent(
                                        id,
                                        who -> accounts.find(who)
                                                .map(Account::name)
                                                .orElseGet(() -> frame.t("people.log.gone"))))
                                .orElseGet(() -> frame.t("people.log.gone")),
                        frame.t("people.act." + row.act()),
                        row.day().format(days)))
                .toList();
        return new Page(
                "programs/log",
                new PeoplePage.LogPage(frame, StaffNav.of(frame, director, "log"), lines, at, rows.size() > size));
    }
}
