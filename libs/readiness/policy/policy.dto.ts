import { IsInt, Max, MaxLength, Min, ValidateBy, buildMessage } from 'class-validator';
import { IfGiven, isTimeZone, Nested, Text } from '#platform/text';
import type { Severity } from '../rule/kinds.js';

const MAX_TIME_ZONE_LENGTH = 64;

const TimeZone = (): PropertyDecorator =>
  ValidateBy({
    name: 'isTimeZone',
    validator: {
      validate: isTimeZone,
      defaultMessage: buildMessage((each) => `${each}$property must be an IANA time zone, such as Europe/Berlin`),
    },
  });

const SeverityOfKind = (): PropertyDecorator => (target, property) => {
  for (const decorate of [IfGiven(), IsInt(), Min(1), Max(4)]) decorate(target, property);
};

/** The severity of each kind of reason, 1 to 4; a need has its own. Kinds that are left out keep theirs. */
export class SeveritiesBody {
  /** Severity of an expired credential. */
  @SeverityOfKind()
  credential_expired?: number;

  /** Severity of a credential that expires within the window. */
  @SeverityOfKind()
  credential_expiring?: number;

  /** Severity of a required credential that was never held. */
  @SeverityOfKind()
  credential_missing?: number;

  /** Severity of a required course that is not completed. */
  @SeverityOfKind()
  training_missing?: number;

  /** Severity of an open onboarding step. */
  @SeverityOfKind()
  onboarding_open?: number;

  /** Severity of an assignment past its due date. */
  @SeverityOfKind()
  assignment_overdue?: number;
}

/** Fields that are left out keep their values. */
export class ReadinessPolicyBody {
  /** IANA name of the time zone in which the tenant's days begin and end: `Europe/Berlin`. */
  @IfGiven()
  @Text()
  @MaxLength(MAX_TIME_ZONE_LENGTH)
  @TimeZone()
  timeZone?: string;

  /** For how many days before its end a credential is expiring. */
  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(3_650)
  expiringWithinDays?: number;

  /** Severities by kind of reason; a kind that is left out keeps its own. */
  @IfGiven()
  @Nested(() => SeveritiesBody)
  severities?: SeveritiesBody;
}

export class SeveritiesView {
  /** Severity of an expired credential. */
  credential_expired: Severity;
  /** Severity of a credential that expires within the window. */
  credential_expiring: Severity;
  /** Severity of a required credential that was never held. */
  credential_missing: Severity;
  /** Severity of a required course that is not completed. */
  training_missing: Severity;
  /** Severity of an open onboarding step. */
  onboarding_open: Severity;
  /** Severity of an assignment past its due date. */
  assignment_overdue: Severity;
}

/** How the tenant judges readiness. */
export class ReadinessPolicyView {
  /** IANA name of the time zone in which the tenant's days begin and end. */
  timeZone: string;
  /** For how many days before its end a credential is expiring. */
  expiringWithinDays: number;
  /** The severity of each kind of reason; a need has its own. */
  severities: SeveritiesView;
  version: number;
}
