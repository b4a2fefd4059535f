// A part of `npm run check`: fails for a statement by hand that inserts one row, or reads, locks or writes one by its
// primary key, although the table has an entity ("Access to the database" in docs/architecture.md). It also fails for a
// line of SQL with more than 120 columns, because Prettier leaves templates as they are.
import { globSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';
import ts from 'typescript';

/** Statements by primary key that the ORM cannot express. */
const BY_HAND = {
  'libs/catalog/courses/catalog-version.ts catalog_version':
    'the gate sends it in one message with other statements, which the EntityManager cannot',
  'libs/tenancy/idempotency/key-claims.ts idempotency_key':
    'takes a key over under a condition, and marks it as applied only if the transaction has written, in one statement',
  'libs/directory/scim/users/scim-user-rows.ts scim_user':
    "the ORM's upsert stores undefined fields of the JSON value as null, and readers expect that they are missing",
  'libs/directory/scim/groups/scim-groups.ts worker_group': 'the ORM has no lock mode for FOR NO KEY UPDATE',
  'libs/tenancy/tenants/active-tenant.ts tenant': 'the ORM has no lock mode for FOR KEY SHARE',
  'libs/platform/database/database.ts tenant': 'the entity belongs to a library that builds on the database',
  'apps/standalone/demo/fill-board.ts readiness_policy':
    'the demo fills tables of a library whose entities stay inside it',
  'apps/standalone/demo/fill-board.ts tenant': 'the demo fills tables of a library whose entities stay inside it',
};

const MAX_COLUMNS = 120;

const primaryKeys = readEntities();
const used = new Set();
const faults = [];

for (const file of [...sources('libs/**/*.ts'), ...sources('apps/**/*.ts')])
  for (const { statement, line } of statementsOf(file)) {
    const table = tableByKey(statement);
    if (table === undefined) continue;
    const known = `${file} ${table}`;
    if (known in BY_HAND) used.add(known);
    else faults.push(`${file}:${line}: ${table} has an entity: use the EntityManager or the QueryBuilder`);
  }
for (const file of ['libs', 'apps', 'bench', 'test'].flatMap((folder) => sources(`${folder}/**/*.{ts,sql}`)))
  for (const line of longLinesOf(file)) faults.push(`${file}:${line}: SQL with more than ${MAX_COLUMNS} columns`);
for (const [table, key] of primaryKeys) if (key.length === 0) faults.push(`no primary key of ${table} is found`);
for (const known of Object.keys(BY_HAND)) if (!used.has(known)) faults.push(`BY_HAND: ${known} is no longer needed`);

for (const fault of faults) console.log(fault);
process.exitCode = faults.length === 0 ? 0 : 1;

function sources(pattern) {
  return globSync(pattern)
    .map((file) => file.replaceAll(sep, '/'))
    .filter((file) => !/\.spec\.ts$|\/migrations\/|\.generated\./.test(file));
}

/** The columns of the primary key of each table that has an entity. */
function readEntities() {
  const keys = new Map();
  for (const file of sources('libs/**/*.entity.ts')) {
    let table = '';
    for (const [, name, property] of readFileSync(file, 'utf8').matchAll(
      /tableName: '(\w+)'|^ +(\w+): p\b.*\.primary\(\)/gm,
    )) {
      if (name !== undefined) keys.set((table = name), []);
      else keys.get(table).push(property.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
    }
  }
  return keys;
}

/** The templates of the `sql` tag in a file, with `$` for each value and single spaces. */
function statementsOf(file) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found = [];
  const visit = (node) => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText(source) === 'sql') {
      const { template } = node;
      const parts = ts.isNoSubstitutionTemplateLiteral(template)
        ? [template.text]
        : [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)];
      const lineAt = (position) => source.getLineAndCharacterOfPosition(position).line + 1;
      const [line, lastLine] = [lineAt(node.getStart(source)), lineAt(node.getEnd())];
      found.push({ statement: parts.join('$').replaceAll(/\s+/g, ' ').trim(), line, lastLine });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The numbers of the lines of SQL that are too long. */
function longLinesOf(file) {
  const lines = readFileSync(file, 'utf8').split('\n');
  const numbers = lines.flatMap((line, index) => (line.length > MAX_COLUMNS ? [index + 1] : []));
  if (numbers.length === 0 || file.endsWith('.sql')) return numbers;
  const statements = statementsOf(file);
  return numbers.filter((number) => statements.some(({ line, lastLine }) => line <= number && number <= lastLine));
}

/** The table with an entity of which a statement inserts one row, or names one by its primary key; or undefined. */
function tableByKey(statement) {
  const [, inserted] = /^insert into (\w+)[^(]*\([^)]*\) values \(/.exec(statement) ?? [];
  if (inserted !== undefined) return primaryKeys.has(inserted) ? inserted : undefined;
  const [, , table, conditions = ''] =
    /^(update|delete from|select(?: [\w":, ]+)? from) (\w+)(?: set .*?)? where (.*)$/.exec(statement) ?? [];
  const key = primaryKeys.get(table);
  const isSet = /\b(from|using|join|any|in|select|union)\b/.test(statement.slice(statement.indexOf(` ${table} `) + 1));
  const isByKey = key?.every((column) => new RegExp(`\\b${column} = \\$(?![.\\w])`).test(conditions));
  return isByKey && !isSet ? table : undefined;
}
