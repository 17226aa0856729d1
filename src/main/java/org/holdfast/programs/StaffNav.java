package org.holdfast.programs;

import java.util.ArrayList;
import java.util.List;
import org.holdfast.shared.web.Frame;

/// The links at the top of a member's pages, by role.
public record StaffNav(List<Link> links) {

    /// @param of whose work the page is
    public record Link(String href, String words, boolean current, Role of) {}

    /// @param page the address of this page below the program's, such as `board`; empty for the first
    public static StaffNav of(Frame frame, Member member, String page) {
        String at = "/staff/" + frame.theProgram().slug();
        List<Link> links = new ArrayList<>();
        links.add(new Link(at, frame.t("shared.nav.home"), page.isEmpty(), Role.SUPPORTER));
        if (member.is(Role.SUPPORTER)) {
            links.add(link(frame, at, "informal-talks", "informal", page, Role.SUPPORTER));
            links.add(link(frame, at, "profile", "profile", page, Role.SUPPORTER));
        }
        if (member.is(Role.COORDINATOR) || member.is(Role.DIRECTOR)) {
            links.add(link(frame, at, "board", "board", page, Role.COORDINATOR));
            links.add(link(frame, at, "roster", "roster", page, Role.COORDINATOR));
        }
        if (member.is(Role.DIRECTOR)) {
            links.add(link(frame, at, "people", "people", page, Role.DIRECTOR));
        }
        return new StaffNav(List.copyOf(links));
    }

    /// What is not a supporter's own.
    public List<Link> others() {
        return links.stream().filter(link -> link.of() != Role.SUPPORTER).toList();
    }

    private static Link link(Frame frame, String at, String path, String name, String page, Role of) {
        return new Link(at + "/" + path, frame.t("shared.nav." + name), path.equals(page), of);
    }
}
