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
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ContextConfiguration;

/// A test against the whole application on a PostgreSQL of its own, shared by all such tests, with a clock to set.
/// Each test makes a program of its own (see `Cast`), so none sees another's rows.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = HoldfastTest.OwnData.class)
@Import({HoldfastTest.Setting.class, Cast.class})
public @interface HoldfastTest {

    /// Gives the run a data folder of its own, before anything reads the settings.
    class OwnData implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        private static final Path DATA = temporary();

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            // recurring jobs do not come round by themselves: a test runs the one it is about
            TestPropertyValues.of("holdfast.data=" + DATA, "holdfast.jobs=false")
                    .applyTo(context);
        }

        private static Path temporary() {
            try {
                return Files.createTempDirectory("holdfast-test");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @TestConfiguration
    class Setting {

        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }
}
