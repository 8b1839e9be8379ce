package dev.slipway.trigger;

import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the trigger policy, {@code {trigger:triggerPolicy}} in templates; what they say is in {@code messages/trigger_en.properties}. */
@MessageBundle(value = "trigger", locale = "en")
public interface TriggerMessages {

    String triggerPolicy();

    String triggerPolicyOf(String name);

    String triggerSet();

    String triggerType();

    String triggerKind(String kind);

    String triggerAt();

    String triggerDays();

    String triggerTimes();

    String triggerFrom();

    String triggerTo();

    String triggerEvery();

    String triggerFromToEvery(String from, String to, String every);

    String triggerCron();

    String triggerCronHint();

    String triggerOffset();

    String triggerOffsetHint();

    String triggerTasks();

    String triggerAllTasks();

    String triggerMoreTasks(int count);

    String triggerTasksGone();

    String triggerSetBy();

    String triggerOnlyPeople();

    String triggerOnBehalf(String person);

    String triggerNextStarts();

    String triggerYourZone();

    String triggerNoStart();

    String triggerStarts();

    String triggerDue();

    String triggerOutcome();

    String triggerWhatHappened();

    String triggerStarted();

    String triggerSkipped();

    String triggerMissed();

    String triggerFailed();

    String triggerNoStarts();

    String triggerNoStartsHint();

    String triggerStepTasks();

    String triggerStepWhen();

    String triggerAtMissing(int year);

    String triggerAtPast(String now);

    String triggerDaysMissing();

    String triggerFromMissing();

    String triggerToMissing();

    String triggerToBeforeFrom();

    String triggerEveryRange(int most);

    String triggerCronMissing(int most);

    String triggerSetMeanwhile(String person);

    String scheduleOf(String person);

    String problemsInAll(int count);

    String weekday(String day);

    String back();

    String ok();
}
