package dev.sluice.local;

import dev.sluice.local.console.Console;
import dev.sluice.local.deployable.Deployables;
import dev.sluice.local.state.StateFolder;
import dev.sluice.local.tour.DemoShop;

/** What there is to open while everything runs. */
record Links(Console console, Deployables deployables, StateFolder state) {

    void print() {
        console.heading("What there is to open");
        api("API documentation", "/docs");
        api("OpenAPI description", "/openapi.json");
        api("A portfolio", DemoShop.portfolio());
        api("Channel statistics", DemoShop.statistics());
        api("Health of the API", "/actuator/health/readiness");
        api("Metrics of the API", "/actuator/prometheus");
        worker("Health of the worker", "/actuator/health/readiness");
        worker("Metrics of the worker", "/actuator/prometheus");
        console.fact("Invoices", state.invoices() + "/");
        console.fact("E-mails", state.mails() + "/");
        console.fact("Logs", state.logs() + "/");
    }

    private void api(String label, String path) {
        console.fact(label, deployables.api().uri().resolve(path).toString());
    }

    private void worker(String label, String path) {
        console.fact(label, deployables.worker().uri().resolve(path).toString());
    }
}
