// A part of `npm run check`: checks the OpenAPI documents by the rules of Redocly and of Spectral. It uses their
// engines without their command lines, which bring several hundred more packages. Any warning fails.
import { readFile } from 'node:fs/promises';
import { lint, loadConfig } from '@redocly/openapi-core';
import spectralCore from '@stoplight/spectral-core';
import ruleset from './spectral.js';

const DOCUMENTS = ['libs/diagnostics/api-docs/openapi.json', 'libs/diagnostics/api-docs/scim-openapi.json'];

const config = await loadConfig({ configPath: 'scripts/check/redocly.yaml' });
const spectral = new spectralCore.Spectral();
spectral.setRuleset(ruleset);

async function warningsOf(file) {
  const byRedocly = await lint({ ref: file, config });
  const bySpectral = await spectral.run(JSON.parse(await readFile(file, 'utf8')));
  return [
    ...byRedocly.map(
      ({ ruleId, location, message }) => `${file}${location[0]?.pointer ?? ''}: ${message} (Redocly, ${ruleId})`,
    ),
    ...bySpectral.map(({ code, path, message }) => `${file}#/${path.join('/')}: ${message} (Spectral, ${code})`),
  ];
}

const warnings = [];
for (const file of DOCUMENTS) warnings.push(...(await warningsOf(file)));
for (const warning of warnings) console.error(warning);
process.exitCode = warnings.length === 0 ? 0 : 1;
