import { Injectable, type StreamableFile } from '@nestjs/common';
import { RequestScope } from '#platform/database';
import { type Column, EXPORT_BATCH, type FileFormat, dateCell, listDownload, timeCell } from '#platform/export';
import { CredentialReader } from './credential-reader.js';
import type { CredentialsFilter } from './credential.dto.js';
import type { CredentialView } from './credential.view.js';

/** Add new columns at the end, because consumers may read the file by position. */
const COLUMNS: ReadonlyArray<Column<CredentialView>> = [
  { name: 'id', cell: ({ id }) => id },
  { name: 'worker', cell: ({ worker }) => worker.name },
  { name: 'externalWorkerId', cell: ({ worker }) => worker.externalWorkerId },
  { name: 'email', cell: ({ worker }) => worker.email },
  { name: 'name', cell: ({ name }) => name },
  { name: 'expiresAt', cell: ({ expiresAt }) => dateCell(expiresAt) },
  { name: 'supersededAt', cell: ({ supersededAt }) => timeCell(supersededAt) },
  { name: 'createdAt', cell: ({ createdAt }) => timeCell(createdAt) },
  { name: 'updatedAt', cell: ({ updatedAt }) => timeCell(updatedAt) },
];

/** The credentials as a file: those that the filters find, by expiry. */
@Injectable()
export class CredentialsExport {
  constructor(
    private readonly credentials: CredentialReader,
    private readonly scope: RequestScope,
  ) {}

  file(format: FileFormat, filter: CredentialsFilter): Promise<StreamableFile> {
    return listDownload(this.scope, format, {
      name: 'credentials',
      columns: COLUMNS,
      read: (cursor) => this.credentials.list({ ...filter, limit: EXPORT_BATCH, cursor }),
    });
  }
}
