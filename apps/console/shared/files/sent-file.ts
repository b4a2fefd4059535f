import { ApiProblem } from '#client';

/** The file was changed on the disk after it was chosen: browsers do not read it any more. */
export class FileChanged extends Error {
  override readonly name = 'FileChanged';
}

/** Sends a file. @throws FileChanged, where `fetch` says only that there was no answer */
export async function sendingFile<Answer>(file: File, send: () => Promise<Answer>): Promise<Answer> {
  try {
    return await send();
  } catch (error) {
    if (error instanceof ApiProblem || (await isReadable(file))) throw error;
    throw new FileChanged(file.name, { cause: error });
  }
}

function isReadable(file: File): Promise<boolean> {
  return file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );
}
