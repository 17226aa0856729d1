package org.holdfast.requests.board;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One page of the board.
///
/// @param next where the next page begins, as the `from` of its address; null on the last
public record BoardList(
        List<BoardRow> rows,
        Filter filter,
        int matching,
        @Nullable String next) {

    /// Which rows; the words are `requests.board.filter.<name>`.
    public enum Filter {
        /// All that wait for somebody of the program: parked, nobody left, unreachable, late, in danger, a change
        /// asked.
        LOOK,
        WAITING,
        TALKING,
        ENDED,
        ALL;

        /// The filter of this name in an address, or the first.
        public static Filter of(@Nullable String name) {
            for (Filter filter : values()) {
                if (name != null && filter.name().equals(name.toUpperCase(Locale.ROOT))) {
                    return filter;
                }
            }
            return LOOK;
        }
    }
}
