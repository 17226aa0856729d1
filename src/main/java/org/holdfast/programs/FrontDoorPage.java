package org.holdfast.programs;

import org.holdfast.shared.web.Frame;

/// @param empty whether this installation has no program yet
public record FrontDoorPage(Frame frame, boolean empty) {}
