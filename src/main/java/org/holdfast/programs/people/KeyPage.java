package org.holdfast.programs.people;

import org.holdfast.programs.StaffNav;
import org.holdfast.shared.web.Frame;

/// The page of one's own staff key.
public record KeyPage(Frame frame, StaffNav nav) {}
