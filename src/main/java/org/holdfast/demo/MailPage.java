package org.holdfast.demo;

import java.util.List;
import org.holdfast.notices.DemoMailbox;
import org.holdfast.shared.web.Frame;

/// The mails that would have gone out, the newest first.
public record MailPage(Frame frame, List<DemoMailbox.Kept> mails) {}
