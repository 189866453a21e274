package org.imageop.benchmarks.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one contestant took for one work.
 *
 * @param work which work
 * @param contestant the name of the method, or {@code pillow}
 * @param size of the image, as {@code Case.size}
 * @param mixed whether the VM handled everything else before
 * @param nanoseconds the median of all iterations
 * @param spread the largest iteration less the smallest, as a part of the median
 * @param runtime what it ran on
 */
record Result(
        Work work, String contestant, String size, boolean mixed, double nanoseconds, double spread, String runtime) {
    static final String OURS = "imageop";

    /** Reads the JSON that JMH writes; benchmarks/pillow writes the same. */
    static List<Result> read(Path json) throws IOException {
        List<Result> results = new ArrayList<>();
        for (JsonNode node : new ObjectMapper().readTree(json.toFile())) {
            results.add(of(node));
        }
        return results;
    }

    private static Result of(JsonNode node) {
        String benchmark = node.required("benchmark").asText();
        int dot = benchmark.lastIndexOf('.');
        Map<String, String> parameters = new TreeMap<>();
        for (Map.Entry<String, JsonNode> parameter : node.path("params").properties()) {
            parameters.put(parameter.getKey(), parameter.getValue().asText());
        }
        String size = parameters.getOrDefault("size", "");
        boolean mixed = Boolean.parseBoolean(parameters.get("mixed"));
        parameters.keySet().removeAll(List.of("size", "mixed"));

        JsonNode metric = node.required("primaryMetric");
        List<Double> scores = new ArrayList<>();
        metric.required("rawData").forEach(fork -> fork.forEach(score -> scores.add(score.asDouble())));
        scores.sort(null);
        double median = scores.get(scores.size() / 2);
        return new Result(
                new Work(benchmark.substring(0, dot), parameters),
                benchmark.substring(dot + 1),
                size,
                mixed,
                median * nanoseconds(metric.required("scoreUnit").asText()),
                (scores.get(scores.size() - 1) - scores.get(0)) / median,
                node.path("vmName").asText() + " " + node.path("vmVersion").asText());
    }

    private static double nanoseconds(String unit) {
        return switch (unit) {
            case "ns/op" -> 1;
            case "us/op" -> 1e3;
            case "ms/op" -> 1e6;
            case "s/op" -> 1e9;
            default -> throw new IllegalArgumentException("The unit " + unit + " is not a time");
        };
    }

    boolean ours() {
        return contestant.equals(OURS);
    }
}
