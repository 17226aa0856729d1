package org.holdfast.demo;

import java.util.List;
import org.holdfast.shared.web.Frame;
import org.jspecify.annotations.Nullable;

/// Who plays, and what there is to look at.
///
/// @param ask where Amara asks: the link of the program's poster
/// @param open the requests there are now
public record CastPage(Frame frame, String ask, List<Group> groups, List<Request> open) {

    /// People of one program.
    public record Group(String program, List<Person> people) {}

    /// @param what the words' key for what this person does here
    /// @param news the words' key for what waits for them, or null
    public record Person(
            String who, String name, String what, @Nullable String news) {}

    public record Request(String program, String id, String code, String state) {}
}
