package org.holdfast;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The application. `bin/holdfast` starts it.
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Holdfast {

    static void main(String[] args) {
        SpringApplication.run(Holdfast.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
