package dev.slipway.api;

import dev.slipway.ascode.FileProblem;
import dev.slipway.ascode.ReleaseFiles;
import dev.slipway.execution.AlreadyDecided;
import dev.slipway.execution.NothingSelected;
import dev.slipway.project.Conflict;
import dev.slipway.project.Forbidden;
import dev.slipway.project.UnknownRecord;
import dev.slipway.release.EditedMeanwhile;
import dev.slipway.release.UnknownTasks;
import dev.slipway.template.UnusablePackage;
import dev.slipway.web.ProgramAnswers;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What did not work, as ServiceStage says it: a code and a sentence. */
@ApplicationScoped
class Errors implements ProgramAnswers {

    private static final Logger LOG = Logger.getLogger(Errors.class);

    /** ServiceStage's codes [servicestage_06_0162]. It publishes none for other statuses; there the code is ours. */
    private static final String INVALID = "SVCSTG.00100400";

    private static final String NO_SUCH_REQUEST = "SVCSTG.00100408";
    private static final String NO_SUCH_RELEASE = "SVCSTG.00100433";
    private static final String OURS = "SLIPWAY.00100%d";

    /**
     * The body.
     *
     * @param decision what was decided before, where a decision came too late
     */
    private record Body(String errorCode, String errorMsg, @Nullable DecisionBody decision) {}

    @Override
    public boolean areFor(RoutingContext routing) {
        return ApiPath.leadsTo(routing);
    }

    @Override
    public Response to(int status) {
        return of(status, "The request was refused. A cookie in it makes no sense here.");
    }

    @Override
    public Response to(Throwable why) {
        if (why instanceof BadRequest bad) {
            return of(bad.status(), sentence(why));
        }
        if (why instanceof Forbidden) {
            return of(403, "The owner of the token may not do this.");
        }
        if (why instanceof UnknownRecord) {
            return answer(404, new Body(NO_SUCH_RELEASE, sentence(why) + ".", null));
        }
        if (why instanceof AlreadyDecided decided) {
            return answer(409, new Body(code(409), sentence(why), DecisionBody.of(decided.decision())));
        }
        if (why instanceof Conflict) {
            return of(409, sentence(why));
        }
        return ofOthers(why);
    }

    private Response ofOthers(Throwable why) {
        if (why instanceof ReleaseFiles.BadFile bad) {
            return of(400, lines(bad.problems()));
        }
        if (why instanceof EditedMeanwhile meanwhile) {
            return of(412, "%s saved revision %d meanwhile.".formatted(meanwhile.by(), meanwhile.revision()));
        }
        if (why instanceof NothingSelected || why instanceof UnknownTasks) {
            return of(400, "selected_tasks: " + sentence(why));
        }
        if (why instanceof UnusablePackage unusable) {
            var field = unusable.field();
            return of(
                    400,
                    "%s: %s".formatted(field.equals("environment") ? field : "sources[0]." + field, sentence(why)));
        }
        return why instanceof WebApplicationException refused ? of(refused) : incident(why);
    }

    /** A line each, as the console shows them. */
    private static String lines(List<FileProblem> problems) {
        return problems.stream()
                .limit(Problems.MOST)
                .map(problem -> "Line %d: %s".formatted(problem.line(), problem.message()))
                .collect(Collectors.joining("\n"));
    }

    private Response of(WebApplicationException refused) {
        var status = refused.getResponse().getStatus();
        if (status >= 500) {
            return incident(refused);
        }
        return refused instanceof NotFoundException
                ? answer(404, new Body(NO_SUCH_REQUEST, "There is nothing at this address.", null))
                : of(status, sentence(status));
    }

    /** What a status of the protocol means here. */
    static String sentence(int status) {
        return switch (status) {
            case 405 -> "This address does not take the method.";
            case 406 -> "Answers are JSON, and files YAML. Accept application/json or application/yaml.";
            case 415 -> "Send the body as application/json, or a file as application/yaml.";
            default -> "The request can't be taken as it was sent.";
        };
    }

    private Response incident(Throwable why) {
        var incident = UUID.randomUUID().toString();
        LOG.errorf(why, "Incident %s in the API", incident);
        return of(500, "Something is wrong with Slipway. Its log has it as incident %s.".formatted(incident));
    }

    /** An answer with a code that goes with the status. */
    Response of(int status, String sentence) {
        return answer(status, new Body(code(status), sentence, null));
    }

    private static String code(int status) {
        return status == 400 ? INVALID : OURS.formatted(status);
    }

    private static String sentence(Throwable why) {
        return String.valueOf(why.getMessage());
    }

    private static Response answer(int status, Body body) {
        return Response.status(status).type(Json.TYPE).entity(Json.text(body)).build();
    }
}
