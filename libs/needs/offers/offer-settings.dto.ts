import { IsInt, Max, Min } from 'class-validator';

export class OfferSettingsBody {
  /** For so many days whoever completed a course is not offered it again. */
  @IsInt()
  @Min(1)
  @Max(36_500)
  completionValidDays: number;
}

/** What offers go by in this tenant. */
export class OfferSettingsView {
  /** For so many days whoever completed a course is not offered it again. */
  completionValidDays: number;
  version: number;
}
