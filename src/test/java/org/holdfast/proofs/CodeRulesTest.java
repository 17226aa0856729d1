package org.holdfast.proofs;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.chrono.ChronoLocalDate;
import java.time.temporal.Temporal;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.holdfast.Holdfast;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Rules of the code that a reader would have to take on trust otherwise: one clock, one connection a request, and logs
/// that quote nobody.
class CodeRulesTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.holdfast");

    @Test
    void timeComesFromTheClockAlone() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(Holdfast.class)
                .should()
                .callCodeUnitWhere(calls(CodeRulesTest::readsTheTime))
                .because("tests move the clock, and the clock comes by constructor")
                .check(OURS);
    }

    @Test
    void noSqlReadsTheDatabasesClock() throws IOException {
        assertThat(found(Pattern.compile(
                        "(?<![.\\w])(now|NOW)\\(\\)|(?i:\\bcurrent_(date|time|timestamp)\\b|\\bclock_timestamp\\b)"
                                + "|Propagation\\.REQUIRES_NEW")))
                .isEmpty();
    }

    @Test
    void noTransactionOpensAnother() {
        assertThat(OURS.stream()
                        .flatMap(type -> Stream.concat(
                                type.tryGetAnnotationOfType(Transactional.class).stream(),
                                type.getMethods().stream()
                                        .flatMap(
                                                method -> method.tryGetAnnotationOfType(Transactional.class).stream())))
                        .map(Transactional::propagation))
                .isNotEmpty()
                .doesNotContain(Propagation.REQUIRES_NEW, Propagation.NOT_SUPPORTED);
    }

    @Test
    void noLogTakesAnException() {
        noClasses()
                .should()
                .callCodeUnitWhere(calls(call -> call.getTargetOwner().isAssignableTo(Logger.class)
                        && call.getTarget().getRawParameterTypes().stream()
                                .anyMatch(type -> type.isAssignableTo(Throwable.class))))
                .orShould()
                .dependOnClassesThat(assignableTo(System.Logger.class).or(assignableTo(java.util.logging.Logger.class)))
                .because("a message of an exception may quote what somebody typed")
                .check(OURS);
    }

    /// What is said to the person at the terminal who starts the program is no log: that alone is let through.
    @Test
    void noMessageOfAnExceptionIsRead() throws IOException {
        assertThat(found(Pattern.compile("\\.get(Localized)?Message\\(\\)|printStackTrace|System\\.(out|err)")))
                .containsOnlyKeys("RunCommand.java");
        assertThat(found(Pattern.compile("(?s)LOG\\.(trace|debug|info|warn|error)\\((?=[^;]*[ ,(](e|ex|exception|cause|"
                        + "failure|refused|fault)\\s*[,)])(?![^;]*(kind|trace)\\()[^;]*;")))
                .isEmpty();
    }

    private static boolean readsTheTime(JavaCall<?> call) {
        JavaClass owner = call.getTargetOwner();
        CodeUnitCallTarget target = call.getTarget();
        boolean named = target.getName().equals("now")
                && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        return (named && (owner.isAssignableTo(Temporal.class) || owner.isAssignableTo(ChronoLocalDate.class)))
                || (owner.isEquivalentTo(System.class) && target.getName().equals("currentTimeMillis"))
                || (owner.isEquivalentTo(Clock.class) && target.getName().startsWith("system"))
                || (owner.isEquivalentTo(Date.class)
                        && target.getName().equals("<init>")
                        && target.getRawParameterTypes().isEmpty())
                || (owner.isEquivalentTo(Random.class) && target.getName().equals("<init>"))
                || (owner.isEquivalentTo(Math.class) && target.getName().equals("random"));
    }

    private static DescribedPredicate<JavaCall<?>> calls(java.util.function.Predicate<JavaCall<?>> predicate) {
        return describe("what the rule names", predicate);
    }

    /// Where the pattern stands in our sources, comments left out.
    private static Map<String, List<String>> found(Pattern pattern) throws IOException {
        Map<String, List<String>> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                String code = Files.readString(file).replaceAll("(?m)//.*$", "");
                List<String> hits =
                        pattern.matcher(code).results().map(hit -> hit.group()).toList();
                if (!hits.isEmpty()) {
                    found.put(file.getFileName().toString(), hits);
                }
            }
        }
        return found;
    }
}
