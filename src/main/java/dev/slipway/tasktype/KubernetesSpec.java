package dev.slipway.tasktype;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to run a component on Kubernetes, as people write it in a task: an image, of which Slipway makes the objects, or plain
 * manifests. What is missing for an image stays as it is.
 *
 * @param image the image, such as {@code registry.example.com/shop/web:1.2}
 * @param replicas how many pods
 * @param ports where it listens, each as {@code 8080}, {@code 80:8080} (service:container) or {@code web=80:8080}
 * @param command what to start instead of what the image says
 * @param variables environment variables
 * @param files configuration files, each after a line {@code === /path/of/the/file}
 * @param strategy how a new version takes the place of the one before
 * @param maxSurge how many pods more there may be meanwhile, as a number or in percent
 * @param maxUnavailable how many pods fewer
 * @param gateway the Gateway by which it is reached, as {@code public} or {@code namespace/public}; without it, there is no
 *     HTTPRoute
 * @param hosts the names of hosts whose requests the gateway sends to it; by default all that reach the gateway
 * @param canaryWeight the percentage of requests that go to the new version, while the one before goes on running beside
 *     it; 100 or missing: it takes the place of the one before
 * @param manifests objects of Kubernetes as YAML, in place of everything above
 * @param order in which order manifests are applied
 * @param customOrders the kinds in the order for {@code CUSTOM}
 * @param conflicts what to do about fields that others manage
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KubernetesSpec(
        @Nullable String image,
        @Min(0) @Max(1000) @Nullable Integer replicas,
        @Valid @Nullable Resources resources,
        @Nullable List<@Pattern(regexp = PORT, message = WRONG_PORT) String> ports,
        @Nullable List<String> command,
        @Nullable Map<String, String> variables,
        @Asks(Field.Kind.MULTILINE) @Nullable String files,
        @Valid @Nullable Probe readiness,
        @Valid @Nullable Probe liveness,
        @Pattern(regexp = "RollingUpdate|Recreate") @Nullable String strategy,
        @Pattern(regexp = "\\d{1,3}%?", message = "Enter a number or a percentage such as 25%") @Nullable
                String maxSurge,
        @Pattern(regexp = "\\d{1,3}%?", message = "Enter a number or a percentage such as 25%") @Nullable
                String maxUnavailable,
        @Pattern(regexp = GATEWAY, message = WRONG_GATEWAY) @Nullable String gateway,
        @Nullable List<@Pattern(regexp = HOST, message = WRONG_HOST) String> hosts,
        @Min(1) @Max(100) @Nullable Integer canaryWeight,
        @Asks(Field.Kind.MULTILINE) @Nullable String manifests,
        @Pattern(regexp = "SYSTEM|CUSTOM") @Nullable String order,
        @Nullable List<String> customOrders,
        @Pattern(regexp = "refuse|take_over") @Nullable String conflicts) {

    private static final String PORT = "([a-z]([a-z0-9-]{0,13}[a-z0-9])?=)?\\d{1,5}(:\\d{1,5})?";
    private static final String WRONG_PORT = "Enter a port as 8080, 80:8080 or web=80:8080";
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final String GATEWAY = "(" + LABEL + "/)?" + LABEL + "(\\." + LABEL + ")*";
    private static final String WRONG_GATEWAY = "Enter the name of a Gateway as public or namespace/public";
    private static final String HOST = "(\\*\\.)?" + LABEL + "(\\." + LABEL + ")*";
    private static final String WRONG_HOST = "Enter the name of a host such as shop.example.com";
    private static final String QUANTITY = "\\d+(\\.\\d+)?(m|[kMGTPE]|[KMGTPE]i)?";
    private static final String WRONG_QUANTITY = "Enter a quantity such as 500m, 2 or 256Mi";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> WORDS = new TypeReference<>() {};

    /** What a pod asks for at least, and what it gets at the most. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Resources(
            @Pattern(regexp = QUANTITY, message = WRONG_QUANTITY) @Nullable String cpuRequest,
            @Pattern(regexp = QUANTITY, message = WRONG_QUANTITY) @Nullable String cpuLimit,
            @Pattern(regexp = QUANTITY, message = WRONG_QUANTITY) @Nullable String memoryRequest,
            @Pattern(regexp = QUANTITY, message = WRONG_QUANTITY) @Nullable String memoryLimit) {}

    /**
     * How Kubernetes finds out whether a pod is well.
     *
     * @param path answers with 2xx or 3xx
     * @param port of the container; by default the first one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Probe(
            @Pattern(regexp = "/.*", message = "Enter a path that begins with /") @Nullable String path,
            @Min(1) @Max(65_535) @Nullable Integer port,
            @Min(0) @Max(3600) @Nullable Integer delaySeconds,
            @Min(1) @Max(3600) @Nullable Integer periodSeconds,
            @Min(1) @Max(3600) @Nullable Integer timeoutSeconds,
            @Min(1) @Max(100) @Nullable Integer failures) {}

    /** The same in the words of a target, without what is missing. */
    public static Map<String, Object> words(@Nullable KubernetesSpec spec) {
        return spec == null ? Map.of() : JSON.convertValue(spec, WORDS);
    }
}
