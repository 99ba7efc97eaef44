package dev.sluice.bench.cache;

import dev.sluice.api.ApiApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The API process as it is deployed, with the benchmark's constant endpoint added. */
final class BenchApi {

    private BenchApi() {}

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(ApiApplication.class, ConstantController.class).run(arguments);
    }
}
