package org.holdfast.requests.pages;

import org.holdfast.programs.StaffNav;
import org.holdfast.requests.offers.OfferView;
import org.holdfast.shared.web.Field;
import org.holdfast.shared.web.Frame;
import org.holdfast.shared.web.Moments;

/// One offer, and the ways to answer it.
///
/// @param yesFrom from when, if not at once; what was typed stays when it is refused
public record OfferPage(Frame frame, StaffNav nav, OfferView offer, Moments moments, Field yesFrom) {

    public String ways() {
        return TalkWords.ways(frame, offer.ways());
    }

    public String topics() {
        return TalkWords.topics(frame, offer.topics());
    }
}
