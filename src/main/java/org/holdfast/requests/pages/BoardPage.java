package org.holdfast.requests.pages;

import java.util.Locale;
import org.holdfast.programs.StaffNav;
import org.holdfast.requests.board.BoardList;
import org.holdfast.shared.web.Frame;
import org.holdfast.shared.web.Moments;
import org.jspecify.annotations.Nullable;

/// The board: all requests of the program by code, age, clock and state.
///
/// @param from where this page of rows begins; null on the first
/// @param failedNotices notices that could not be delivered
public record BoardPage(
        Frame frame,
        StaffNav nav,
        BoardList list,
        Moments moments,
        @Nullable String from,
        int failedNotices) {

    public @Nullable String first() {
        return from == null ? null : "?show=" + show();
    }

    public @Nullable String next() {
        return list.next() == null ? null : "?show=" + show() + "&from=" + list.next();
    }

    private String show() {
        return list.filter().name().toLowerCase(Locale.ROOT);
    }
}
