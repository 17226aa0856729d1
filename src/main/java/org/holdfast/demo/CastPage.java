package org.holdfast.demo;

import java.util.List;
import org.holdfast.shared.web.Frame;

/// Who plays, and what there is to look at.
///
/// @param ask where Amara asks: the link of the program's poster
/// @param open the requests there are now
public record CastPage(Frame frame, String ask, List<Group> groups, List<Request> open) {

    /// People of one program.
    public record Group(String program, List<Person> people) {}

    /// @param what the words' key for what this person does here
    public record Person(String who, String name, String what) {}

    public record Request(String program, String id, String code, String state) {}
}
