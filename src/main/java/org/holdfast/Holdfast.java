package org.holdfast;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The application. `bin/holdfast` starts it.
@SpringBootApplication
public class Holdfast {

    static void main(String[] args) {
        SpringApplication.run(Holdfast.class, args);
    }
}
