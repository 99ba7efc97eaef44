package dev.sluice.local.tour;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens everything that there is to open while the system runs, and shows where it is. */
final class Links {
    private final TourSheet sheet;
    private final String key;

    Links(TourSheet sheet, String key) {
        this.sheet = sheet;
        this.key = key;
    }

    void play(URI api, URI worker, Path stateFolder) {
        sheet.step("What there is to open");
        open("API documentation", api, "/docs");
        open("OpenAPI description", api, "/openapi.json");
        open("A portfolio", api, DemoShop.portfolio());
        open("Channel statistics", api, DemoShop.statistics());
        open("Health of the API", api, "/actuator/health/readiness");
        open("Metrics of the API", api, "/actuator/prometheus");
        open("Health of the worker", worker, "/actuator/health/readiness");
        open("Metrics of the worker", worker, "/actuator/prometheus");
        folder("Invoices", stateFolder.resolve("invoices"));
        folder("E-mails", stateFolder.resolve("mails"));
        folder("Logs", stateFolder.resolve("logs"));
    }

    private void open(String label, URI base, String path) {
        new ShopApi(base, key).get(path).expect(200);
        sheet.link(label, base.resolve(path));
    }

    private void folder(String label, Path path) {
        if (!Files.isDirectory(path)) {
            throw new TourFailure("the folder " + path, "nothing there");
        }
        sheet.link(label, path + "/");
    }
}
