package org.holdfast.programs.keys;

import java.util.Set;

/// Answered by whoever keeps sealed notes: under which intake keys of the program at hand there still are any. Keys
/// stand below the notes, so they ask through this.
@FunctionalInterface
public interface IntakeUse {

    Set<Integer> numbersWithNotes();
}
