package dev.slipway.execution;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Where a release task, a phase, an execution or a task stands: ServiceStage's codes and words [servicestage_06_0246]. */
public enum Status {
    NOT_EXECUTED(1, "Not executed", "初始化成功"),
    SUCCESSFUL(2, "Successful", "发布成功"),
    RELEASE_FAILED(3, "Release failed", "发布失败"),
    RUNNING(4, "Running", "发布中"),
    TO_BE_APPROVED(5, "To be approved", "待审批"),
    PAUSED(7, "Paused", "暂停"),
    SKIPPED(9, "Skipped", "跳过"),
    ROLLING_BACK(10, "Rolling back", "回滚中"),
    ROLLED_BACK(11, "Rolled back", "回滚成功"),
    ROLLBACK_FAILED(12, "Rollback failed", "回滚失败"),
    STOPPING(13, "Stopping", "停止中"),
    RESTARTING(14, "Restarting", "重启中");

    /** The statuses in which an execution is active. */
    static final List<Status> ACTIVE =
            Arrays.stream(values()).filter(Status::isActive).toList();

    private final short code;
    private final String english;
    private final String chinese;

    Status(int code, String english, String chinese) {
        this.code = (short) code;
        this.english = english;
        this.chinese = chinese;
    }

    /** @throws IllegalArgumentException if no status has this code */
    public static Status ofCode(int code) {
        return Arrays.stream(values())
                .filter(status -> status.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no status has the code " + code));
    }

    public short code() {
        return code;
    }

    public String english() {
        return english;
    }

    public String chinese() {
        return chinese;
    }

    /** The word by which style sheets and icons know it: {@code to-be-approved}. */
    public String key() {
        return this == RELEASE_FAILED
                ? "failed"
                : name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name of its icon. */
    public String icon() {
        return "status-" + key();
    }

    /** An active execution keeps its release task from being executed, edited or deleted. */
    public boolean isActive() {
        return switch (this) {
            case RUNNING, TO_BE_APPROVED, PAUSED, ROLLING_BACK, STOPPING, RESTARTING -> true;
            case NOT_EXECUTED, SUCCESSFUL, RELEASE_FAILED, SKIPPED, ROLLED_BACK, ROLLBACK_FAILED -> false;
        };
    }

    /** The legal moves of a step run within one attempt. The database forbids the rest of the terminal ones too. */
    boolean mayBecome(Status next) {
        return switch (this) {
            case NOT_EXECUTED -> next == RUNNING || next == TO_BE_APPROVED;
            case RUNNING -> next == SUCCESSFUL || next == RELEASE_FAILED;
            case TO_BE_APPROVED -> next == SUCCESSFUL || next == RELEASE_FAILED || next == NOT_EXECUTED;
            // Somebody lets the release go on past it.
            case RELEASE_FAILED -> next == SKIPPED;
            default -> false;
        };
    }
}
