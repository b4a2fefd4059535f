import { IsInt, IsOptional, Length, Max, Min } from 'class-validator';
import { Text } from '#platform/text';

export class CreateSigningSecretBody {
  /** The system that signs with it. */
  @Text()
  @Length(1, 100)
  name: string;

  /** How long the earlier secrets of this name stay valid; omitted: as long as before. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(30 * 24 * 3600)
  graceSeconds?: number | null;
}
