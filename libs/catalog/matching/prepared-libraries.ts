import { LRUCache } from 'lru-cache';
import { CACHED_BYTES, MIB } from './bytes.js';
import type { PreparedMatcher } from './topic-matcher.js';

/**
 * The limit for the libraries of all tenants together. The largest possible library takes 63.5 MiB (docs/matching.md,
 * "Limits").
 */
const MAX_BYTES = 64 * MIB;

/** A version of a prepared library. */
export interface LibraryVersion {
  readonly version: number;
  readonly matcher: PreparedMatcher;
}

interface Preparation {
  readonly version: number;
  readonly library: Promise<LibraryVersion>;
}

type Prepare = () => Promise<PreparedMatcher>;

/** The most recently used libraries. Each version is prepared once, however many callers need it at the same time. */
export class PreparedLibraries {
  private readonly libraries = new LRUCache<string, LibraryVersion>({
    maxSize: MAX_BYTES,
    sizeCalculation: ({ matcher }) => CACHED_BYTES + matcher.bytes,
  });

  private readonly preparations = new Map<string, Preparation>();

  /** Incremented by {@link clear}: what was read before is not kept. */
  private generation = 0;

  /**
   * Returns a tenant's library in this version or a later one. At most one preparation runs for each tenant: a caller
   * that needs a later version waits for the end of the current preparation before it starts its own.
   */
  async of(tenantId: string, version: number, prepare: Prepare): Promise<LibraryVersion> {
    for (;;) {
      const known = this.known(tenantId, version);
      if (known !== null) return known;
      const current = this.preparations.get(tenantId);
      if (current === undefined) return this.start(tenantId, version, prepare);
      // The preparation belongs to another caller's transaction. If it fails, this caller prepares the library itself.
      const library = await current.library.catch(() => null);
      if (library !== null && library.version >= version) return library;
    }
  }

  /** A tenant's library in this version or a later one; null: it is not in memory. */
  known(tenantId: string, version: number): LibraryVersion | null {
    const known = this.libraries.get(tenantId);
    return known !== undefined && known.version >= version ? known : null;
  }

  /** Forgets all libraries. */
  clear(): void {
    this.generation++;
    this.libraries.clear();
    this.preparations.clear();
  }

  private async start(tenantId: string, version: number, prepare: Prepare): Promise<LibraryVersion> {
    const { generation } = this;
    const preparation = prepare().then((matcher) => ({ version, matcher }));
    this.preparations.set(tenantId, { version, library: preparation });
    try {
      const library = await preparation;
      if (generation === this.generation) this.libraries.set(tenantId, library);
      return library;
    } finally {
      if (generation === this.generation) this.preparations.delete(tenantId);
    }
  }
}
