package org.holdfast;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistrar;

/// A test against the whole application on a PostgreSQL of its own, shared by all such tests, with a clock to set.
/// Each test makes a program of its own (see `Cast`), so none sees another's rows.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "holdfast.jobs=false") // tests run a job when they want it to run
@ContextConfiguration
@Import({HoldfastTest.Setting.class, Cast.class})
public @interface HoldfastTest {

    @TestConfiguration
    class Setting {

        /// Where this run keeps its database.
        static final Path DATA = temporary();

        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }

        @Bean
        DynamicPropertyRegistrar properties() {
            return registry -> registry.add("holdfast.data", DATA::toString);
        }

        private static Path temporary() {
            try {
                return Files.createTempDirectory("holdfast-test");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
