package dev.slipway.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Lets pages be asked to change something by forms only, whose token Quarkus then checks. Quarkus could do this too, but
 * for all paths, and programs send JSON.
 */
class FormFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final String TOKEN = "X-CSRF-TOKEN";

    private final ErrorPages pages;
    private final ProgramAnswers programs;

    FormFilter(ErrorPages pages, ProgramAnswers programs) {
        this.pages = pages;
        this.programs = programs;
    }

    /** Refuses what is no form. */
    @ServerRequestFilter
    public @Nullable Response check(ContainerRequestContext request, RoutingContext routing) {
        var allowed = SAFE.contains(request.getMethod())
                || programs.areFor(routing)
                || request.getHeaderString(TOKEN) != null
                || isForm(request.getMediaType());
        return allowed ? null : pages.formTooOld(routing.request());
    }

    // Not isCompatible, for which "*/*" would do.
    private static boolean isForm(@Nullable MediaType type) {
        return type != null
                && (isSame(type, MediaType.APPLICATION_FORM_URLENCODED_TYPE)
                        || isSame(type, MediaType.MULTIPART_FORM_DATA_TYPE));
    }

    private static boolean isSame(MediaType type, MediaType other) {
        return type.getType().equals(other.getType()) && type.getSubtype().equals(other.getSubtype());
    }
}
