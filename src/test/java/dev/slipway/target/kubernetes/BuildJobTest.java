package dev.slipway.target.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.target.BuildOrder;
import dev.slipway.target.Target.SpecProblem;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildJobTest {

    private static final BuildJob JOB = new BuildJob("moby/buildkit:rootless", Duration.ofHours(1));
    private static final String GIT = "https://git.example.com/shop/web.git";
    private static final String IMAGE = "registry.example.com:5000/shop/web";

    private static final String EXPECTED =
            """
            apiVersion: batch/v1
            kind: Job
            metadata:
              name: slipway-build-7-1-abc
              namespace: shop
              labels:
                slipway.dev/build: 7-1-abc
                slipway.dev/artifact: web
                slipway.dev/version: 1.2.0
                app.kubernetes.io/managed-by: slipway
            spec:
              backoffLimit: 0
              activeDeadlineSeconds: 3600
              ttlSecondsAfterFinished: 600
              template:
                metadata:
                  labels: {slipway.dev/build: 7-1-abc}
                  annotations: {container.apparmor.security.beta.kubernetes.io/build: unconfined}
                spec:
                  restartPolicy: Never
                  terminationGracePeriodSeconds: 1
                  automountServiceAccountToken: false
                  enableServiceLinks: false
                  securityContext: {fsGroup: 1000}
                  containers:
                  - name: build
                    image: moby/buildkit:rootless
                    command: [buildctl-daemonless.sh]
                    args:
                    - build
                    - --progress=plain
                    - --frontend=dockerfile.v0
                    - --opt=context=https://git.example.com/shop/web.git#v1.2:server
                    - --opt=filename=Dockerfile
                    - --opt=build-arg:A=1
                    - --opt=build-arg:B=$$$$(rm -rf /); "x"
                    - --opt=build-arg:C=$$(DOCKER_CONFIG)
                    - --secret=id=GIT_AUTH_TOKEN,src=/slipway/git/token
                    - --output=type=image,name=registry.example.com:5000/shop/web:1.2.0,push=true
                    env:
                    - {name: BUILDKITD_FLAGS, value: --oci-worker-no-process-sandbox}
                    - {name: DOCKER_CONFIG, value: /slipway/registry}
                    securityContext: {runAsUser: 1000, runAsGroup: 1000, seccompProfile: {type: Unconfined}}
                    volumeMounts:
                    - {name: work, mountPath: /home/user/.local/share/buildkit}
                    - {name: registry, mountPath: /slipway/registry, readOnly: true}
                    - {name: git, mountPath: /slipway/git, readOnly: true}
                  volumes:
                  - {name: work, emptyDir: {}}
                  - {name: registry, secret: {secretName: registry-login, items: [{key: .dockerconfigjson, path: config.json}]}}
                  - {name: git, secret: {secretName: git-login, items: [{key: token, path: token}]}}
            """;

    @Test
    void isWhatTheClusterIsAskedFor() {
        var job = JOB.of(
                order(Map.of(
                        "git",
                        GIT,
                        "reference",
                        "v1.2",
                        "directory",
                        "server",
                        "arguments",
                        Map.of("B", "$$(rm -rf /); \"x\"", "A", "1", "C", "$(DOCKER_CONFIG)"),
                        "image",
                        IMAGE,
                        "registrySecret",
                        "registry-login",
                        "gitSecret",
                        "git-login")),
                "shop",
                null);

        assertThat(json(job.content())).isEqualTo(json(Serialization.unmarshal("---\n" + EXPECTED, Map.class)));
    }

    @Test
    void buildsADirectoryOfAnArchive() {
        assertThat(arguments(
                        Map.of("archive", "https://example.com/a.tgz?at=1", "directory", "src/web", "image", IMAGE)))
                .contains(
                        "--opt=context=https://example.com/a.tgz?at=1",
                        "--opt=contextsubdir=src/web",
                        "--opt=filename=src/web/Dockerfile");
    }

    @ParameterizedTest
    @CsvSource({
        "http://slipway.tools.svc:8080, HTTP_AUTH_TOKEN_slipway.tools.svc",
        "http://192.0.2.7, HTTP_AUTH_TOKEN_192.0.2.7",
        "https://[2001:db8::7]:8443, HTTP_AUTH_TOKEN_2001:db8::7",
    })
    void namesTheHostOfWhatWasUploadedAsBuildKitDoes(URI slipway, String secret) {
        var job = JOB.of(
                order(Map.of("upload", "sha256:" + "a".repeat(64), "image", IMAGE)),
                "shop",
                slipway.resolve("/uploads/1"));

        assertThat(arguments(job)).contains("--secret=id=" + secret + ",src=/slipway/upload/token");
    }

    @Test
    void buildsADirectoryOfTheBranchThatARepositoryNames() {
        assertThat(arguments(Map.of("git", GIT, "directory", "a", "dockerfile", "ci/Dockerfile.web", "image", IMAGE)))
                .contains("--opt=context=" + GIT + "#:a", "--opt=filename=ci/Dockerfile.web");
        assertThat(arguments(Map.of("git", GIT, "image", IMAGE))).contains("--opt=context=" + GIT);
    }

    @ParameterizedTest
    @CsvSource({
        "git, https://me:secret@git.example.com/web.git",
        "git, ssh://git.example.com/web.git",
        "git, https://git.example.com/web",
        "git, https://git.example.com/web.git#main",
        "reference, main:other",
        "reference, --upload-pack=x",
        "directory, ../other",
        "directory, /etc",
        "directory, a//b",
        "dockerfile, -f",
        "image, registry.example.com/web:1.0",
        "image, 'registry.example.com/web,push=false'",
        "image, web",
        "registrySecret, Not A Name",
        "gitSecret, ../x",
    })
    void refusesWhatCouldMeanSomethingElse(String field, String value) {
        var spec = new HashMap<String, Object>(Map.of("git", GIT, "image", IMAGE));
        spec.put(field, value);

        assertThat(BuildSpec.of(spec).problems()).extracting(SpecProblem::field).contains(field);
    }

    @Test
    void asksForOneSourceAndForAnImage() {
        assertThat(BuildSpec.of(Map.of()).problems())
                .extracting(SpecProblem::field)
                .containsExactly("git", "image");
        assertThat(BuildSpec.of(Map.of("git", GIT, "archive", "https://example.com/a.tar", "image", IMAGE))
                        .problems())
                .extracting(SpecProblem::field)
                .containsExactly("git");
        assertThat(BuildSpec.of(Map.of("archive", "https://example.com/a.tar", "reference", "main", "image", IMAGE))
                        .problems())
                .extracting(SpecProblem::field)
                .containsExactly("reference");
        assertThat(BuildSpec.of(Map.of("git", GIT, "image", IMAGE, "arguments", Map.of("A B", "c")))
                        .problems())
                .extracting(SpecProblem::field)
                .containsExactly("arguments");
    }

    @Property(tries = 200)
    void whatIsTakenStaysInItsArgument(@ForAll String directory, @ForAll String reference, @ForAll String image) {
        var spec = Map.<String, Object>of(
                "git", GIT, "directory", directory, "reference", reference, "image", IMAGE + "/" + image);
        if (BuildSpec.of(spec).problems().isEmpty()) {
            assertThat(arguments(spec))
                    .hasSize(6)
                    .contains("--opt=context=%s#%s:%s".formatted(GIT, reference, directory))
                    .noneMatch(argument -> argument.contains(" "));
        }
    }

    @Test
    void readsWhatBuildKitSays() {
        var digest = "sha256:" + "a".repeat(64);
        var said = List.of(
                "#7 pushing manifest for other@sha256:" + "b".repeat(64),
                "#8 0.312 pushing manifest for printed@sha256:" + "c".repeat(64),
                "#9 pushing manifest for registry.example.com/web:1.0@" + digest + " 1.2s done",
                "#9 DONE 2.0s");

        assertThat(BuildLog.digest(said)).contains(digest);
        assertThat(BuildLog.digest(List.of("#9 DONE 2.0s"))).isEmpty();
        assertThat(BuildLog.lines("one\ntwo\nthr", false)).containsExactly("one", "two");
        assertThat(BuildLog.lines("one\ntwo\nthr", true)).containsExactly("one", "two", "thr");
    }

    private static List<String> arguments(Map<String, Object> spec) {
        return arguments(JOB.of(order(spec), "shop", null));
    }

    private static List<String> arguments(Manifest job) {
        var pod = Values.at(job.content(), "spec", "template", "spec", "containers");
        return Values.maps(pod).get(0).get("args") instanceof List<?> arguments
                ? arguments.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static BuildOrder order(Map<String, Object> spec) {
        return new BuildOrder("7-1-abc", new UUID(0, 0), "web", "1.2.0", spec);
    }

    /** Numbers are of several kinds, but look the same. */
    private static Object json(Object object) {
        return Serialization.unmarshal(Serialization.asJson(object), Map.class);
    }
}
