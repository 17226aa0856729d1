package org.holdfast.matching;

import java.util.Locale;

/// Two people understand each other whether their browsers say `es` or `es-MX`.
final class Language {

    private Language() {}

    static String spoken(String tag) {
        int end = tag.indexOf('-');
        return (end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT);
    }
}
