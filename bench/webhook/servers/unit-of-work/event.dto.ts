import { Type } from 'class-transformer';
import { IsInt, IsObject, IsOptional, IsString, Max, MaxLength, Min, ValidateNested } from 'class-validator';

class EventData {
  @IsOptional() @IsString() @MaxLength(255) external_worker_id?: string;
  @IsOptional() @IsString() @MaxLength(320) email?: string;
  @IsOptional() @IsString() @MaxLength(255) site?: string;
  @IsOptional() @IsString() @MaxLength(255) topic?: string;
  @IsOptional() @IsString() @MaxLength(100) category?: string;
  @IsOptional() @IsInt() @Min(1) @Max(4) severity?: number;
  @IsOptional() @IsString() @MaxLength(255) dedupe_key?: string;
  @IsOptional() @IsObject() payload?: object;
}

/** The body, validated as in Nest's guide. */
export class EventBody {
  @IsString()
  event: string;

  @ValidateNested()
  @Type(() => EventData)
  data: EventData;
}
