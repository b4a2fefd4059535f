import type { scimOf } from './scim.js';

/** An attribute as `/Schemas` describes it (RFC 7643, section 7). */
export interface Described {
  readonly name: string;
  readonly type: string;
  readonly multiValued: boolean;
  readonly required: boolean;
  readonly mutability: string;
  readonly returned: string;
  readonly canonicalValues?: readonly string[];
  readonly subAttributes?: readonly Described[];
}

/** What a client may name in a path: where it is, and what `/Schemas` says of it. */
interface Named {
  readonly path: string;
  readonly keys: readonly string[];
  readonly attribute: Described;
}

/** The attributes of a type and their parts, those of extensions with their URN. */
export async function describedOf(call: ReturnType<typeof scimOf>['call'], type: 'Users' | 'Groups'): Promise<Named[]> {
  const { Resources: types } = (await call('GET', '/ResourceTypes')).body;
  const one = types.find(({ endpoint }) => endpoint === `/${type}`) as {
    schema: string;
    schemaExtensions?: Array<{ schema: string }>;
  };
  const named = async (urn: string, isExtension: boolean): Promise<Named[]> => {
    const attributes = (await call('GET', `/Schemas/${urn}`)).body['attributes'] as Described[];
    return attributes.flatMap((attribute) => {
      const [path, keys] = isExtension
        ? [`${urn}:${attribute.name}`, [urn, attribute.name]]
        : [attribute.name, [attribute.name]];
      const parts = attribute.multiValued ? [] : (attribute.subAttributes ?? []);
      return [
        { path, keys, attribute },
        ...parts.map((part) => ({ path: `${path}.${part.name}`, keys: [...keys, part.name], attribute: part })),
      ];
    });
  };
  const extensions = (one.schemaExtensions ?? []).map(({ schema }) => named(schema, true));
  return (await Promise.all([named(one.schema, false), ...extensions])).flat();
}

/** A value for an attribute: another one for each turn, and for each person. */
export function sampleOf(attribute: Described, turn: number, person: number): unknown {
  const { name, type, multiValued, subAttributes = [], canonicalValues } = attribute;
  if (type === 'complex') {
    const value = Object.fromEntries(subAttributes.map((part) => [part.name, sampleOf(part, turn, person)]));
    if (!multiValued) return value;
    return [{ ...value, value: `${name}${person}-${turn}@acme.com` }];
  }
  if (type === 'boolean') return turn % 2 === 0;
  return canonicalValues?.[turn % canonicalValues.length] ?? `${name} ${person} ${turn}`;
}

export function valueAt(resource: object, keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    resource,
  );
}
