package org.holdfast.accounts;

import org.holdfast.shared.web.Field;
import org.holdfast.shared.web.Frame;

/// The page that asks for the address, and the page that asks for the code.
public record SignInPage(Frame frame, Field field) {}
