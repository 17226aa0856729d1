package org.holdfast.requests.board;

import java.time.Instant;
import org.holdfast.requests.RequestId;
import org.holdfast.requests.RequestState;
import org.jspecify.annotations.Nullable;

/// One request on the board: code, age, clock, state, and nothing of the person.
///
/// @param asked to the minute
/// @param clock what the row waits for: an answer, the next who may be asked, first contact, closing; null for nothing
/// @param mark what a coordinator should look at
/// @param unseen nobody of the program has looked since it began to wait
public record BoardRow(
        RequestId id,
        String code,
        RequestState state,
        Instant asked,
        @Nullable Instant clock,
        Mark mark,
        boolean unseen) {

    /// The most pressing thing about a row; its words are `requests.board.mark.<name>`.
    public enum Mark {
        NONE,
        /// The person, or the supporter, said that someone may not be safe.
        DANGER,
        PARKED,
        /// Came back as codes only: cannot be reached by us.
        UNREACHABLE,
        NOBODY_LEFT,
        /// The person asked for somebody else, and the supporter has not come to give the note back.
        CHANGE_ASKED,
        /// First contact is overdue.
        LATE
    }
}
