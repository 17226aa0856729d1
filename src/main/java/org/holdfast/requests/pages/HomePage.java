package org.holdfast.requests.pages;

import org.holdfast.programs.StaffNav;
import org.holdfast.requests.board.HomeView;
import org.holdfast.shared.web.Frame;
import org.holdfast.shared.web.Moments;
import org.jspecify.annotations.Nullable;

/// The first page of a member: what is asked of them, and their talks.
///
/// @param said key of what came of the last tap; null for nothing
public record HomePage(
        Frame frame,
        StaffNav nav,
        String name,
        HomeView home,
        Moments moments,
        @Nullable String said) {}
