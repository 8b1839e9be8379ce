package dev.slipway.trail;

import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the audit trail, {@code {trail:auditTrail}} in templates; what they say is in {@code messages/trail_en.properties}. */
@MessageBundle(value = "trail", locale = "en")
public interface TrailMessages {

    String auditTrail();

    String auditIntroduction();

    String auditExport(String format);

    String auditOf();

    String auditOfProject(String project);

    String auditOfSlipway();

    String auditPerson();

    String auditAction();

    String auditType();

    String auditObject();

    String auditFrom();

    String auditTo();

    String auditTimeHint();

    String auditClear();

    String auditNewestFirst();

    String auditTime();

    String auditDetail();

    String auditWhere();

    String auditShow();

    String auditMore(int count);

    String auditWas();

    String auditBecame();

    String auditNothing();

    String auditNewer();

    String auditOlder();

    String auditNone();

    String auditNoneHint();

    String auditNoMatch();

    String auditNoMatchHint();

    String auditShowAll();

    String auditNoTime(String text);

    String auditBackwards();

    String auditTooLong();

    String auditChannel(String channel);

    String auditKind(String kind);

    String auditObjectType(String type);

    String auditField(String name);
}
