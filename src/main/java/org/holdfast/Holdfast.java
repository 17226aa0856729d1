package org.holdfast;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import picocli.CommandLine;

/// The application. `bin/holdfast` starts it.
// No user of Spring's own making, whose password it would print.
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
@EnableScheduling
public class Holdfast {

    static void main(String[] args) {
        int code = new CommandLine(new Commands()).execute(args);
        if (code != 0) {
            System.exit(code);
        }
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
