// The metadata that the plugin of @nestjs/swagger reads from the sources (types, validators, comments), for its
// runtime. The plugin is written for Nest's compiler; this file replaces that, so that no source needs a decorator of
// @nestjs/swagger.
import { rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SwaggerModule } from '@nestjs/swagger';
import { ReadonlyVisitor } from '@nestjs/swagger/plugin';
import ts from 'typescript';

const ROOT = process.cwd();
const NO_FILE = ['\0'];

/**
 * Loads the metadata of all models and controllers under libs/.
 * @returns the classes of the models by name, from which the document's schemas are made
 */
export async function loadPluginMetadata(program) {
  // A visitor treats a file as models or as controllers, never as both, but some files have both.
  const models = visitorOf({ dtoFileNameSuffix: ['/libs/'], controllerFileNameSuffix: NO_FILE });
  const controllers = visitorOf({ dtoFileNameSuffix: NO_FILE, controllerFileNameSuffix: ['.controller.ts'] });
  for (const file of program.getSourceFiles()) {
    if (!file.fileName.startsWith(`${ROOT}/libs/`) || file.fileName.endsWith('.spec.ts')) continue;
    models.visit(program, file);
    controllers.visit(program, file);
  }
  const collected = { models: models.collect().models, controllers: controllers.collect().controllers };
  const metadata = await evaluate(collected, { ...models.typeImports, ...controllers.typeImports });
  await SwaggerModule.loadPluginMetadata(() => Promise.resolve({ '@nestjs/swagger': metadata }));
  return modelClasses(metadata.models);
}

function visitorOf(files) {
  return new ReadonlyVisitor({
    ...files,
    introspectComments: true,
    esmCompatible: true,
    pathToSource: ROOT,
    rootDir: ROOT,
    outDir: resolve('dist'),
  });
}

/**
 * The plugin returns syntax trees with imports: they are printed as a module beside the compiled files, and imported.
 */
async function evaluate(collected, typeImports) {
  const imports = Object.entries(typeImports).map(([path, code]) => `${JSON.stringify(path)}: ${code}`);
  const code = `const t = { ${imports.join(',\n')} };\nexport default { models: ${print(collected.models)}, controllers: ${print(collected.controllers)} };\n`;
  const file = resolve(`dist/openapi-metadata-${process.pid}.js`);
  await writeFile(file, code);
  try {
    return (await import(pathToFileURL(file).href)).default;
  } finally {
    await rm(file);
  }
}

const printer = ts.createPrinter();
const nowhere = ts.createSourceFile('metadata.ts', '', ts.ScriptTarget.Latest);

function print(value) {
  if (Array.isArray(value)) return `[${value.map(print).join(',\n')}]`;
  if (value.kind !== undefined) return printer.printNode(ts.EmitHint.Unspecified, value, nowhere);
  return `{ ${Object.entries(value)
    .map(([name, member]) => `${JSON.stringify(name)}: ${print(member)}`)
    .join(',\n')} }`;
}

async function modelClasses(models) {
  const files = await Promise.all(models.map(async ([file, classes]) => [await file, Object.keys(classes)]));
  return new Map(files.flatMap(([file, names]) => names.map((name) => [name, file[name]])));
}
