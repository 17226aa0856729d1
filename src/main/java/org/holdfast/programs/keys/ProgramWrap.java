package org.holdfast.programs.keys;

import org.holdfast.shared.Ciphertext;

/// A program key wrapped for one holder's staff key.
///
/// @param number of the program key
/// @param keyNumber of the holder's staff key
record ProgramWrap(int number, int keyNumber, Ciphertext wrapped) {}
