package dev.sluice.adapters.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestConstructor;

/** A test of the API over a real Tomcat, with everything behind the routes in memory. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = TestApi.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        // All tests together are one client.
        properties = {"sluice.rate-limits.per-key=1000000", "sluice.rate-limits.per-address=1000000"})
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@interface ApiTest {}
