import { writeFileSync } from 'node:fs';
import { optionsOrExit } from '../../harness/command-line.js';
import { predictByLibrary, tunedTable } from './by-library.js';
import { readCases, readLibraries } from './cases.js';
import { USAGE, readOptions } from './options.js';
import { predict, predictHeldOut } from './predict.js';
import { scoreSets, tableOf } from './score.js';

const options = optionsOrExit(readOptions, USAGE);
const cases = readCases(options.casesFile);
const libraries = readLibraries(options.librariesFile);

const predictions = await predict(cases, libraries);
console.log(tableOf(scoreSets(cases, predictions)));
if (options.out !== null)
  writeFileSync(
    options.out,
    [...predictions].map(([id, prediction]) => `${JSON.stringify({ id, ...prediction })}\n`).join(''),
  );
if (options.crossValidate) {
  console.log('\neach concept without the vocabulary that speaks of it');
  console.log(tableOf(scoreSets(cases, await predictHeldOut(cases, libraries))));
}
if (options.byLibrary) {
  const { predictions: tuned, limits } = await predictByLibrary(cases, libraries);
  console.log('\neach library with the limits that suit the others best');
  console.log(tunedTable(cases, tuned, limits));
  console.log(tableOf(scoreSets(cases, tuned)));
}
