package dev.slipway.api;

import dev.slipway.execution.Execution;
import dev.slipway.execution.StepLog;
import dev.slipway.execution.StepRun;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/** The executions of a release task, newest first; and, as our extension, one of them and the logs of its tasks. */
@Path("/v3/{project_id}/pipeline/pipelines/{pipeline_id}/records")
@Produces(Json.TYPE)
public class RecordsResource {

    private static final int USUAL = 100;

    private final Caller caller;
    private final Addressed addressed;
    private final StepLog log;
    private final Reply reply;

    RecordsResource(Caller caller, Addressed addressed, StepLog log, Reply reply) {
        this.caller = caller;
        this.addressed = addressed;
        this.log = log;
        this.reply = reply;
    }

    /** @param count how many there are in all */
    private record RecordsBody(long count, List<RecordBody> records) {}

    /** All of them. */
    @GET
    @Transactional
    public Response list(
            @RestPath("project_id") String project,
            @RestPath("pipeline_id") String id,
            @BeanParam SliceAddress address) {
        var release = addressed.release(caller.actor(), project, id);
        var slice = address.slice(USUAL);
        var newest = Execution.<Execution>find("releaseTaskId = ?1 order by no desc", release.id())
                .range(slice.offset(), slice.offset() + slice.limit() - 1)
                .list();
        var count = Execution.count("releaseTaskId", release.id());
        return reply.read(
                new RecordsBody(count, newest.stream().map(RecordBody::of).toList()));
    }

    /** One of them, with where everything in it stands. */
    @GET
    @Path("/{record_id}")
    @Transactional
    public Response show(
            @RestPath("project_id") String project,
            @RestPath("pipeline_id") String id,
            @RestPath("record_id") String recordId) {
        var release = addressed.release(caller.actor(), project, id);
        var execution = addressed.execution(release, recordId);
        return reply.read(RecordBody.of(execution, States.of(execution)));
    }

    /** @param count how many lines the attempt has written in all */
    private record LogBody(String taskName, int attempt, long count, List<Line> lines) {}

    private record Line(long line, long time, String text) {}

    /**
     * What an attempt of a task has written, the present one if none is named; {@code offset} is the number of the last
     * line that is known.
     */
    @GET
    @Path("/{record_id}/tasks/{task_name}/log")
    @Transactional
    public Response showLog(
            @RestPath("project_id") String project,
            @RestPath("pipeline_id") String id,
            @RestPath("record_id") String recordId,
            @RestPath("task_name") String task,
            @BeanParam LogAddress address) {
        var release = addressed.release(caller.actor(), project, id);
        var step = StepRun.byName(addressed.execution(release, recordId), task.replace("\0", ""));
        var slice = address.slice(Slice.MOST);
        var attempt = address.attempt(step.attempt());
        var lines = log.read(step.id(), attempt, slice.offset(), slice.limit()).stream()
                .map(line -> new Line(line.no(), line.at().toEpochMilli(), line.text()))
                .toList();
        return reply.read(new LogBody(step.name(), attempt, log.lines(step.id(), attempt), lines));
    }
}
