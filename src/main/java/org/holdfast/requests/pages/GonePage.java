package org.holdfast.requests.pages;

import org.holdfast.programs.StaffNav;
import org.holdfast.shared.web.Frame;

/// An offer that is not open for this supporter, whatever the cause; the same words for one that never was.
public record GonePage(Frame frame, StaffNav nav) {}
