package org.holdfast.programs.people;

import java.util.List;
import org.holdfast.shared.Program;
import org.holdfast.shared.web.Frame;

/// The page after sign-in, for whoever serves several programs or none.
public record StartPage(Frame frame, List<Program> programs) {}
