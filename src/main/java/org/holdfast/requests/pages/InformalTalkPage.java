package org.holdfast.requests.pages;

import org.holdfast.programs.StaffNav;
import org.holdfast.shared.web.Frame;

/// "I had a talk": the same codes for one that no request led to.
///
/// @param said whether one was just counted
public record InformalTalkPage(Frame frame, StaffNav nav, TallyForm tally, boolean said) {}
