import { IsInt, Max, Min } from 'class-validator';

export class OfferSettingsBody {
  /** A person who completed a course is not offered it again for this many days. */
  @IsInt()
  @Min(1)
  @Max(36_500)
  completionValidDays: number;
}

/** The settings of a tenant's offers. */
export class OfferSettingsView {
  /** A person who completed a course is not offered it again for this many days. */
  completionValidDays: number;
  version: number;
}
