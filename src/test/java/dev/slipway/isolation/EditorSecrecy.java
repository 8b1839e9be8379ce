package dev.slipway.isolation;

import static dev.slipway.isolation.Case.nothing;
import static dev.slipway.isolation.Case.unknown;

import dev.slipway.project.Project;
import dev.slipway.testing.Given;
import dev.slipway.testing.Rows;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** How the routes of the editor are asked for a release task, and for a draft of a member. */
record EditorSecrecy(UUID release, String member) {

    List<Case> cases() {
        return Stream.of(ofTheEditor(), ofDrafts()).flatMap(List::stream).toList();
    }

    private List<Case> ofTheEditor() {
        return List.of(
                nothing("GET /releases/new"),
                nothing("GET /releases/new/name").with(Map.of("name", Secrecy.MARK + "release")),
                nothing("POST /releases/new"),
                unknown("GET /releases/{id}/edit", release),
                unknown("GET /releases/{id}/basic-info", release),
                unknown("POST /releases/{id}/basic-info", release).with(Secrecy.DETAILS),
                unknown("GET /releases/{id}/clone", release),
                unknown("POST /releases/{id}/clone", release).with(Secrecy.DETAILS),
                unknown("GET /releases/{id}/delete", release),
                unknown("POST /releases/{id}/delete", release));
    }

    private List<Case> ofDrafts() {
        var draft = aDraft();
        var path = "/releases/drafts/{draft}";
        return List.of(
                unknown("GET " + path, draft),
                unknown("GET " + path + "/basic-info", draft),
                unknown("POST " + path + "/basic-info", draft).with(Secrecy.DETAILS),
                unknown("GET " + path + "/discarding", draft),
                unknown("POST " + path + "/discarding", draft),
                unknown("GET " + path + "/meanwhile", draft),
                unknown("GET " + path + "/parts/deletion", draft),
                unknown("GET " + path + "/parts/name", draft),
                unknown("POST " + path + "/parts/name", draft),
                unknown("GET " + path + "/parts/place", draft),
                unknown("GET " + path + "/tasks/new", draft),
                unknown("POST " + path + "/tasks", draft),
                unknown("GET " + path + "/tasks/{key}", draft, Secrecy.TASK),
                unknown("POST " + path + "/tasks/{key}", draft, Secrecy.TASK),
                unknown("GET " + path + "/tasks/{key}/upload", draft, Secrecy.TASK),
                nothing("POST " + path + "/tasks/{key}/upload", draft, Secrecy.TASK),
                nothing("GET /uploads/{id}", anUpload()),
                nothing("GET " + path + "/{answer: changes|saving}", draft, "changes"),
                unknown("POST " + path + "/changes", draft),
                unknown("POST " + path + "/saving", draft));
    }

    private static UUID anUpload() {
        var id = UUID.randomUUID();
        Rows.change(
                """
                insert into upload (id, project_id, reference, name, bytes, uploaded_by, uploaded_at, used_at)
                values (?1, ?2, 'sha256:', ?3, 0, 'somebody', now(), now())
                """,
                id,
                Project.DEFAULT_ID,
                Secrecy.MARK + "source.zip");
        Rows.change("insert into upload_part values (?1, 0, cast(?2 as bytea))", id, Secrecy.MARK + "source");
        return id;
    }

    private UUID aDraft() {
        var id = UUID.randomUUID();
        Rows.change(
                """
                insert into draft (id, owner, project_id, region_id, base_revision, definition, updated_at, version)
                values (?1, ?2, ?3, ?4, 0, cast(?5 as jsonb), now(), 0)
                """,
                id,
                member,
                Project.DEFAULT_ID,
                Given.REGION,
                "{\"name\":\"%sdraft\",\"description\":\"\",\"failMode\":\"STOP\",\"phases\":[]}"
                        .formatted(Secrecy.MARK));
        return id;
    }
}
