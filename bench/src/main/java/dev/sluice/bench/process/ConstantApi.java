package dev.sluice.bench.process;

import dev.sluice.api.ApiApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The API process as it is deployed, with the benchmarks' constant endpoint added. */
public final class ConstantApi {

    private ConstantApi() {}

    /** The path of a body of so many bytes, the same each time. */
    public static String path(int bytes) {
        return "/constant/" + bytes;
    }

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(ApiApplication.class, ConstantController.class).run(arguments);
    }
}
