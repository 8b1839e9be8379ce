package dev.slipway.tasktype.build;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.tasktype.Asks;
import dev.slipway.tasktype.Field;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to build an image on Kubernetes, as people write it in a task. The target says what is wrong with it.
 *
 * @param git the address of a repository, {@code https://git.example.com/shop/web.git}
 * @param reference the branch, tag or commit; by default the branch that the repository names
 * @param archive in place of a repository, the address of a tar archive
 * @param upload in place of both, an archive that was uploaded to the project: {@code sha256:} and its 64 digits
 * @param directory of the repository or the archive; by default all of it
 * @param dockerfile relative to the directory, {@code Dockerfile} if missing
 * @param arguments build arguments
 * @param image where the image is pushed to, without a tag: the version is the tag
 * @param registrySecret the Secret in the namespace with the credentials of registries, as {@code kubectl create secret
 *     docker-registry} makes it
 * @param gitSecret the Secret in the namespace with a {@code token} for the repository
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record KubernetesBuild(
        @Nullable String git,
        @Nullable String reference,
        @Nullable String archive,
        @Asks(Field.Kind.UPLOAD) @Nullable String upload,
        @Nullable String directory,
        @Nullable String dockerfile,
        @Nullable Map<String, String> arguments,
        @Nullable String image,
        @Nullable String registrySecret,
        @Nullable String gitSecret) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> WORDS = new TypeReference<>() {};

    /** Where the source comes from; null if it doesn't say. */
    @Nullable
    String from() {
        return git != null ? git : archive != null ? archive : upload == null ? null : "an uploaded archive";
    }

    /** The same in the words of the target, without what is missing. */
    static Map<String, Object> words(@Nullable KubernetesBuild build) {
        return build == null ? Map.of() : JSON.convertValue(build, WORDS);
    }
}
