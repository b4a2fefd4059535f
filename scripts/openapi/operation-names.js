// Stable, readable names of operations, derived from the sources. NeedsController.list at `engine/v1/admin/needs` is
// `listNeeds`, its `detail` is `getNeed`, and `rotateSecret` of a tenant is `rotateTenantSecret`. They are the names
// of the client's functions: changing one breaks its callers. A handler that names the resource, such as
// `uploadDocument` or `searchDocuments`, has the name already.

const READING = new Set(['detail', 'read', 'get']);
/** Segments of the API's structure that name no resource. */
const PLACES = new Set(['', 'engine', 'v1', 'admin', 'operator', 'auth']);

/**
 * @param controllerPath as in `@Controller`
 * @param path of the operation, `/engine/v1/admin/needs/{id}`
 */
export function operationName({ controllerName, controllerPath, handlerName, verb, path }) {
  const [first, ...rest] = handlerName.split(/(?=[A-Z])/);
  if (first === 'export') return handlerName;
  const segment = controllerPath.split('/').findLast((part) => !part.startsWith(':')) ?? '';
  const own = controllerName.replace(/Controller$/, '');
  // `FailedJobsController` at `failures/jobs` serves failed jobs, not jobs.
  const plural = PLACES.has(segment) || own.endsWith(pascal(segment)) ? own : pascal(segment);
  const thing = plural === 'Me' && rest.length > 0 ? 'My' : path.includes('{') ? singular(plural) : plural;
  if ([plural, singular(plural)].includes(rest.join(''))) return handlerName;
  if (handlerName === 'list') return `list${plural}`;
  if (handlerName === 'create') return `create${singular(plural)}`;
  if (READING.has(first)) return `get${thing}${rest.join('')}`;
  if (verb !== 'get' || first === 'list') return `${first}${thing}${rest.join('')}`;
  const word = pascal(handlerName);
  return word === plural ? `get${plural}` : `get${thing}${word}`;
}

/** `rotateTenantSecret` → "Rotate tenant secret": the summary of an operation without a comment. */
export function inWords(name) {
  const words = name
    .split(/(?=[A-Z])/)
    .join(' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function pascal(text) {
  return text
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

function singular(plural) {
  if (plural.endsWith('ies')) return `${plural.slice(0, -3)}y`;
  return /[^s]s$/.test(plural) ? plural.slice(0, -1) : plural;
}
