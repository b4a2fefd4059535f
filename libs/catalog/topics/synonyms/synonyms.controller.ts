import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put, Query } from '@nestjs/common';
import { IdParam, IfMatch } from '#platform/http';
import { Allow } from '#tenancy';
import { SynonymEditor } from './synonym-editor.js';
import { SynonymReader } from './synonym-reader.js';
import { ChangeSynonymBody, EnterSynonymBody, SynonymsQuery } from './synonym.dto.js';
import { SynonymPage, SynonymView } from './synonym.view.js';

@Controller('engine/v1/admin/topics/synonyms')
export class SynonymsController {
  constructor(
    private readonly reader: SynonymReader,
    private readonly editor: SynonymEditor,
  ) {}

  /** Lists synonyms, entered, learned and suggested, newest first. */
  @Get()
  @Allow('viewer')
  list(@Query() query: SynonymsQuery): Promise<SynonymPage> {
    return this.reader.list(query);
  }

  /** Enters a synonym. It has effect at once. */
  @Post()
  @Allow('author')
  enterSynonym(@Body() body: EnterSynonymBody): Promise<SynonymView> {
    return this.editor.enter(body);
  }

  /** One synonym. */
  @Get(':id')
  @Allow('viewer')
  detail(@IdParam('syn', 'synonym') id: string): Promise<SynonymView> {
    return this.reader.detail(id);
  }

  /** Changes the topic or its meaning. */
  @Patch(':id')
  @Allow('author')
  change(
    @IdParam('syn', 'synonym') id: string,
    @Body() body: ChangeSynonymBody,
    @IfMatch() ifMatch: string | null,
  ): Promise<SynonymView> {
    return this.editor.change(id, body, ifMatch);
  }

  /** The same as PATCH. */
  @Put(':id')
  @Allow('author')
  put(
    @IdParam('syn', 'synonym') id: string,
    @Body() body: ChangeSynonymBody,
    @IfMatch() ifMatch: string | null,
  ): Promise<SynonymView> {
    return this.editor.change(id, body, ifMatch);
  }

  /** Deletes a synonym; a learned one may be suggested again. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('author')
  remove(@IdParam('syn', 'synonym') id: string, @IfMatch() ifMatch: string | null): Promise<void> {
    return this.editor.remove(id, ifMatch);
  }

  /** Accepts a suggested or rejected synonym: matching uses it from now on. */
  @Post(':id/accept')
  @HttpCode(200)
  @Allow('author')
  accept(@IdParam('syn', 'synonym') id: string, @IfMatch() ifMatch: string | null): Promise<SynonymView> {
    return this.editor.accept(id, ifMatch);
  }

  /**
   * Rejects a suggested or accepted synonym: matching does not use it, and it is not suggested again until three more
   * corrections.
   */
  @Post(':id/reject')
  @HttpCode(200)
  @Allow('author')
  reject(@IdParam('syn', 'synonym') id: string, @IfMatch() ifMatch: string | null): Promise<SynonymView> {
    return this.editor.reject(id, ifMatch);
  }
}
