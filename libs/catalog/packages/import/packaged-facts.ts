import { truncate } from '#platform/text';
import { minutesOf } from './minutes.js';
import { UnreadablePackage } from './package-refused.js';
import { type XmlElement, readElements } from './xml-elements.js';

/** What a manifest says about its course. */
export interface PackagedFacts {
  readonly format: 'scorm' | 'cmi5';
  readonly title: string | null;
  readonly summary: string | null;
  readonly minutes: number | null;
  /** Where it is taken, if that is an address outside of the package. */
  readonly launchUrl: string | null;
}

const CMI5 = 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd';
/** Content packaging of IMS, with any of its versions; some tools of SCORM 1.2 write none. */
const IMS_CONTENT = /^(?:http:\/\/www\.ims(?:project|global)\.org\/xsd\/imscp.{0,40})?$/;
const MAX_ADDRESS_LENGTH = 2_000;
/** Each has an address. */
const MAX_RESOURCES = 5_000;
const GENERAL = 'manifest/metadata/lom/general';
const DURATION = 'manifest/metadata/lom/educational/typicallearningtime';
/** The elements whose text is kept: those around may be thousands, each with a path of thousands of letters. */
const KEPT: ReadonlySet<string> = new Set([
  'coursestructure/course/title/langstring',
  'coursestructure/course/description/langstring',
  `${GENERAL}/title/langstring`,
  `${GENERAL}/title/string`,
  `${GENERAL}/description/langstring`,
  `${GENERAL}/description/string`,
  `${DURATION}/duration`,
  `${DURATION}/datetime`,
]);

/**
 * Reads `imsmanifest.xml` of SCORM 1.2 and 2004 (Content Aggregation Model, with metadata in it), and `cmi5.xml`
 * (section 14 of cmi5).
 * @throws UnreadablePackage
 */
export async function readManifest(xml: string): Promise<PackagedFacts> {
  const manifest = new Manifest();
  await readElements(xml, {
    begins: (element) => manifest.begins(element),
    ends: (element) => manifest.ends(element),
  });
  return manifest.facts();
}

interface Organization {
  readonly identifier: string | null;
  title: string | null;
  /** The resource of the first item that has one, and what the item adds to its address. */
  launched: { readonly resource: string; readonly parameters: string } | null;
}

/** Collects facts in one pass, because items and resources refer to each other in any order. */
class Manifest {
  private format: PackagedFacts['format'] | null = null;
  private readonly texts = new Map<string, string>();
  /** Each joined with those around it. */
  private readonly bases: Array<{ readonly depth: number; readonly address: string }> = [];
  private readonly organizations: Organization[] = [];
  private readonly resources = new Map<string, string>();
  private defaultOrganization: string | null = null;
  private isContent = false;

  begins(element: XmlElement): void {
    const { path, uri, attribute } = element;
    const depth = path.split('/').length;
    if (depth === 1) this.format = formatOf(path, uri);
    const base = attribute('base');
    if (base !== null) this.bases.push({ depth, address: this.joined(base) });
    if (path === 'manifest/organizations') this.defaultOrganization = attribute('default');
    if (path === 'manifest/organizations/organization')
      this.organizations.push({ identifier: attribute('identifier'), title: null, launched: null });
    if (/^manifest\/organizations\/organization(?:\/item)+$/.test(path)) this.addItem(attribute);
    if (path === 'manifest/resources/resource') this.addResource(attribute);
    if (path === 'manifest/resources/resource/file') this.located(attribute('href') ?? '');
  }

  ends({ path, text }: XmlElement): void {
    const depth = path.split('/').length;
    while ((this.bases.at(-1)?.depth ?? 0) >= depth) this.bases.pop();
    if (path === 'manifest/organizations/organization/title') {
      const organization = this.organizations.at(-1);
      if (organization !== undefined) organization.title ??= text;
    }
    if (/^coursestructure(?:\/block)*\/au\/url$/.test(path)) this.note('au/url', this.located(text));
    else if (KEPT.has(path)) this.note(path, text);
  }

  facts(): PackagedFacts {
    return this.format === 'cmi5' ? this.ofCmi5() : this.ofScorm();
  }

  private ofCmi5(): PackagedFacts {
    const url = this.texts.get('au/url');
    if (url === undefined) throw new UnreadablePackage('must have an assignable unit (au) with a url');
    return {
      format: 'cmi5',
      title: this.textOf('coursestructure/course/title/langstring'),
      summary: this.textOf('coursestructure/course/description/langstring'),
      minutes: null,
      launchUrl: webAddress(url),
    };
  }

  private ofScorm(): PackagedFacts {
    if (!this.isContent) throw new UnreadablePackage('must have a resource with a scormType: it is no SCORM manifest');
    const organization =
      this.organizations.find(({ identifier }) => identifier === this.defaultOrganization) ?? this.organizations[0];
    const launched = this.resources.get(organization?.launched?.resource ?? '');
    const href =
      launched === undefined
        ? [...this.resources.values()][0]
        : shortEnough(withParameters(launched, organization?.launched?.parameters ?? ''));
    const general = (name: string): string | null =>
      this.textOf(`${GENERAL}/${name}/langstring`) ?? this.textOf(`${GENERAL}/${name}/string`);
    return {
      format: 'scorm',
      title: organization?.title || general('title'),
      summary: general('description'),
      minutes: minutesOf(this.texts.get(`${DURATION}/duration`) ?? this.texts.get(`${DURATION}/datetime`) ?? ''),
      launchUrl: href === undefined ? null : webAddress(href),
    };
  }

  private addItem(attribute: XmlElement['attribute']): void {
    const organization = this.organizations.at(-1);
    const resource = attribute('identifierref');
    if (organization === undefined || resource === null) return;
    organization.launched ??= { resource, parameters: attribute('parameters') ?? '' };
  }

  private addResource(attribute: XmlElement['attribute']): void {
    if (attribute('scormtype') !== null) this.isContent = true;
    const href = attribute('href');
    if (href !== null) this.resources.set(attribute('identifier') ?? '', this.located(href));
    if (this.resources.size > MAX_RESOURCES)
      throw new UnreadablePackage(`must have at most ${MAX_RESOURCES} resources`);
  }

  /** @throws UnreadablePackage */
  private located(href: string): string {
    const located = this.joined(href);
    demandInside(located);
    return located;
  }

  /**
   * An address with the bases around it (XML Base); one inside of the package stays relative.
   * @throws UnreadablePackage
   */
  private joined(href: string): string {
    const base = this.bases.at(-1)?.address ?? '';
    return shortEnough(URL.parse(shortEnough(href), base)?.href ?? `${base}${href}`);
  }

  /** The first of several: the title of another language is not the title. */
  private note(path: string, text: string): void {
    if (text !== '' && !this.texts.has(path)) this.texts.set(path, text);
  }

  private textOf(path: string): string | null {
    return this.texts.get(path) ?? null;
  }
}

function formatOf(root: string, uri: string): PackagedFacts['format'] {
  if (root === 'coursestructure' && uri === CMI5) return 'cmi5';
  if (root === 'manifest' && IMS_CONTENT.test(uri)) return 'scorm';
  throw new UnreadablePackage('must be a manifest of SCORM (imsmanifest.xml) or cmi5 (cmi5.xml)');
}

/** Each address is joined with its base. */
function shortEnough(address: string): string {
  if (address.length > MAX_ADDRESS_LENGTH)
    throw new UnreadablePackage(`must have addresses of at most ${MAX_ADDRESS_LENGTH} characters`);
  return address;
}

/** What a manifest refers to is a file of its package, or has an address of the web. */
function demandInside(href: string): void {
  const isWeb = /^https?:/i.test(href);
  const isOutside = /^[/\\]|^[a-z][a-z\d+.-]*:/i.test(href) || leadsOut(href.split(/[?#]/)[0] ?? '');
  if (!isWeb && isOutside)
    throw new UnreadablePackage(`must refer to its own files, or to https addresses, not to ${truncate(href, 200)}`);
}

/** Whether a relative path leaves the folder of the manifest: `parts/one/../shared.css` does not. */
function leadsOut(path: string): boolean {
  let depth = 0;
  for (const segment of path.split(/[/\\]|%2f|%5c/i)) {
    if (isParent(segment)) depth -= 1;
    else if (segment !== '' && !/^(?:\.|%2e)$/i.test(segment)) depth += 1;
    if (depth < 0) return true;
  }
  return false;
}

function isParent(segment: string): boolean {
  return /^(?:\.|%2e){2}$/i.test(segment);
}

/** The address of an item's resource with the `parameters` of the item (SCORM, Content Aggregation Model). */
function withParameters(href: string, parameters: string): string {
  const added = parameters.replace(/^[?&]+/, '');
  if (added === '' || (added.startsWith('#') && href.includes('#'))) return href;
  if (added.startsWith('#')) return `${href}${added}`;
  return `${href}${href.includes('?') ? '&' : '?'}${added}`;
}

function webAddress(href: string): string | null {
  return /^https?:/i.test(href) ? href : null;
}
