package org.holdfast.requests.offers;

import java.util.List;
import org.holdfast.notices.Notices;
import org.holdfast.programs.Member;
import org.holdfast.programs.MemberId;
import org.holdfast.programs.Members;
import org.holdfast.programs.Role;
import org.holdfast.shared.live.Live;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Tells people that there is something new: open pages after the commit, and by notice whoever is to be rung. None of
/// it says what.
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class News {

    private final Live live;
    private final Notices notices;
    private final Members members;

    News(Live live, Notices notices, Members members) {
        this.live = live;
        this.notices = notices;
        this.members = members;
    }

    /// The open page of whoever asked.
    public void show(Request request) {
        live.tell(request.channel());
    }

    /// The open page of whoever asked, and the address they left, if they did.
    public void ring(Request request) {
        show(request);
        var ring = request.ring();
        if (ring != null) {
            notices.ring(ring);
        }
    }

    public void show(MemberId member) {
        members.find(member).ifPresent(found -> live.tell(found.channel()));
    }

    public void ring(MemberId member) {
        members.find(member).ifPresent(this::ring);
    }

    /// The open pages of whoever coordinates.
    public void showBoard() {
        members.all().stream()
                .filter(one -> one.is(Role.COORDINATOR) || one.is(Role.DIRECTOR))
                .forEach(one -> live.tell(one.channel()));
    }

    /// Coordinators; where a program has none, its directors.
    public void ringCoordinators() {
        ring(firstOf(members.with(Role.COORDINATOR, false), members.with(Role.DIRECTOR, false)));
    }

    /// The coordinators and who stands in for them; where nobody does, the directors.
    public void ringDeputies() {
        ring(members.with(Role.COORDINATOR, false));
        ring(firstOf(members.with(Role.COORDINATOR, true), members.with(Role.DIRECTOR, false)));
    }

    public void ringDirectors() {
        ring(members.with(Role.DIRECTOR, false));
        ring(members.with(Role.DIRECTOR, true));
    }

    private static List<Member> firstOf(List<Member> first, List<Member> otherwise) {
        return first.isEmpty() ? otherwise : first;
    }

    private void ring(List<Member> people) {
        people.forEach(this::ring);
    }

    private void ring(Member member) {
        live.tell(member.channel());
        notices.toMember(member.account());
    }
}
