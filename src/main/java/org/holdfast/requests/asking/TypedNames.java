package org.holdfast.requests.asking;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Compares a typed name with a supporter's, in memory; nothing of it is kept. Accents, capitals, order and titles do
/// not matter, an initial stands for its word, and a part of a name is enough: rather one supporter too many is left
/// out than one whom somebody must not meet is proposed.
final class TypedNames {

    private static final Set<String> TITLES = Set.of(
            "dr", "dra", "doctor", "doctora", "mr", "mrs", "ms", "sr", "sra", "prof", "md", "do", "np", "pa", "rn",
            "rt", "phd");

    private TypedNames() {}

    static boolean meet(String typed, String name) {
        List<String> typedWords = words(typed);
        List<String> nameWords = words(name);
        boolean telling = typedWords.stream().anyMatch(word -> word.length() > 1);
        return telling && (within(typedWords, nameWords) || within(nameWords, typedWords));
    }

    private static boolean within(List<String> some, List<String> all) {
        return !some.isEmpty() && some.stream().allMatch(one -> all.stream().anyMatch(other -> same(one, other)));
    }

    private static boolean same(String one, String other) {
        boolean initial = one.length() == 1 || other.length() == 1;
        return initial ? one.charAt(0) == other.charAt(0) : one.equals(other);
    }

    private static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty() && !TITLES.contains(word))
                .toList();
    }
}
