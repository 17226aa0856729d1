package org.holdfast.requests.board;

import org.holdfast.programs.Member;
import org.holdfast.programs.Role;
import org.holdfast.requests.offers.Offers;
import org.holdfast.requests.offers.SupporterPool;
import org.holdfast.requests.pairings.OwnTalks;
import org.holdfast.supporters.OnRoster;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a member finds first.
@Component
@Transactional(readOnly = true)
public class Homes {

    private final Offers offers;
    private final OwnTalks talks;
    private final SupporterPool pool;
    private final BoardStore board;

    Homes(Offers offers, OwnTalks talks, SupporterPool pool, BoardStore board) {
        this.offers = offers;
        this.talks = talks;
        this.pool = pool;
        this.board = board;
    }

    public HomeView of(Member member) {
        boolean coordinates = member.is(Role.COORDINATOR) || member.is(Role.DIRECTOR);
        return new HomeView(member.is(Role.SUPPORTER) ? own(member) : null, coordinates ? board.waiting() : null);
    }

    private HomeView.@Nullable Own own(Member member) {
        return pool.now(null).find(member.id()).map(one -> own(member, one)).orElse(null);
    }

    private HomeView.Own own(Member member, OnRoster one) {
        var standing = one.candidate().standing();
        return new HomeView.Own(
                offers.of(member.id()),
                talks.of(member.id()),
                one.ownCause().orElse(null),
                standing.paused(),
                standing.openPairings(),
                standing.capacity(),
                one.thisMonth());
    }
}
