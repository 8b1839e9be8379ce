package dev.slipway.target.kubernetes;

import dev.slipway.target.Target.SpecProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wrong with a spec that somebody writes, beyond what each field alone must look like. */
final class SpecRules {

    private static final int LAST_PORT = 65_535;
    private static final int MOST_FILE_CHARACTERS = 512 * 1024;

    private final List<SpecProblem> problems = new ArrayList<>();

    private SpecRules() {}

    static List<SpecProblem> problems(Map<String, Object> spec) {
        var rules = new SpecRules();
        var workload = Workload.of(spec);
        if (workload.isPlain()) {
            rules.plain(spec, workload);
        } else {
            rules.image(workload);
        }
        return rules.problems;
    }

    private void plain(Map<String, Object> spec, Workload workload) {
        if (spec.containsKey("image")) {
            problem("manifests", "Enter either an image or manifests.");
        }
        if (workload.gateway() != null || workload.hosts() != null || workload.canaryWeight() != null) {
            problem(workload.canaryWeight() == null ? "gateway" : "canaryWeight", "Manifests say that themselves.");
        }
        if ("CUSTOM".equals(workload.order()) && workload.kinds().isEmpty()) {
            problem("customOrders", "Enter the kinds in their order, or choose SYSTEM.");
        }
        try {
            Manifests.read(String.valueOf(workload.manifests()));
        } catch (Manifests.BadManifest e) {
            problem("manifests", String.valueOf(e.getMessage()));
        }
    }

    private void image(Workload workload) {
        var image = workload.image();
        if (image != null && !image.matches("[^\\s]{1,512}")) {
            problem("image", "Enter an image such as registry.example.com/shop/web:1.2.");
        }
        ports(workload);
        files(workload);
        if (zero(workload.maxSurge()) && zero(workload.maxUnavailable())) {
            problem("maxSurge", "With neither a pod more nor one fewer nothing could ever be replaced.");
        }
        probe("readiness", workload.readiness(), workload);
        probe("liveness", workload.liveness(), workload);
    }

    private void ports(Workload workload) {
        var names = new HashSet<String>();
        var numbers = new HashSet<Integer>();
        for (var port : workload.portList()) {
            if (port.service() < 1
                    || port.service() > LAST_PORT
                    || port.container() < 1
                    || port.container() > LAST_PORT) {
                problem("ports", "A port is a number from 1 to 65535.");
            } else if (!names.add(port.name()) || !numbers.add(port.service())) {
                problem("ports", "The port %d or its name is there twice.".formatted(port.service()));
            }
        }
    }

    private void files(Workload workload) {
        var size = 0;
        for (var file : workload.fileMap().entrySet()) {
            if (!file.getKey().matches("/[^\\s:]*[^\\s:/]") || file.getKey().contains("..")) {
                problem("files", "Begin each file with a line such as === /etc/app/app.properties.");
                return;
            }
            size += file.getValue().length();
        }
        if (size > MOST_FILE_CHARACTERS) {
            problem("files", "Configuration files may have %d KB at the most.".formatted(MOST_FILE_CHARACTERS >> 10));
        }
    }

    private void probe(String name, Workload.@Nullable Probe probe, Workload workload) {
        if (probe == null) {
            return;
        }
        if (probe.path() == null) {
            problem(name + ".path", "Enter the path that is asked.");
        } else if (probe.port() == null && workload.portList().isEmpty()) {
            problem(name + ".port", "Enter the port that is asked: the component has none.");
        }
    }

    private static boolean zero(@Nullable String count) {
        return count != null && count.matches("0+%?");
    }

    private void problem(String field, String message) {
        problems.add(new SpecProblem(field, message));
    }
}
