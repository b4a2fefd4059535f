import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { type Server, createServer } from 'node:http';
import { jest } from '@jest/globals';
import type { Configuration } from 'oidc-provider';
import { freePort } from '../../bench/harness/stage/ports.js';
import { listenLocally, stopServer } from './local-server.js';

export const CLIENT = { clientId: 'readiness', clientSecret: 'a secret: with / signs + in it' };

/** A real OpenID provider (`oidc-provider`). It logs every browser in at once, as the account that the test sets. */
export class OpenIdIssuer {
  /** The account of the next log-in; null: the provider refuses it. */
  account: string | null = null;
  /** The claims of each account. */
  readonly claims = new Map<string, Record<string, unknown>>();

  private constructor(
    readonly url: string,
    private readonly server: Server,
    private readonly redirectUris: readonly string[],
  ) {}

  /** @param redirectUris the redirect URIs of the engine's tenants */
  static async start(redirectUris: readonly string[]): Promise<OpenIdIssuer> {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const server = createServer();
    const issuer = new OpenIdIssuer(url, server, redirectUris);
    await issuer.begin(CLIENT.clientSecret);
    await listenLocally(server, port);
    return issuer;
  }

  /** Gives the client another secret, and invalidates everything that the provider has issued. */
  renewSecret(clientSecret: string): Promise<void> {
    return this.begin(clientSecret);
  }

  private async begin(clientSecret: string): Promise<void> {
    // The provider warns that it stores everything in memory.
    const warnings = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const { Provider } = await import('oidc-provider');
    const provider = new Provider(this.url, this.configuration(clientSecret));
    warnings.mockRestore();
    const serve = provider.callback();
    this.server.removeAllListeners('request');
    this.server.on('request', (request, response) => {
      if (!request.url?.startsWith('/interaction/')) return void serve(request, response);
      const result =
        this.account === null ? { error: 'access_denied' } : { login: { accountId: this.account, remember: false } };
      void provider.interactionFinished(request, response, result);
    });
  }

  close(): Promise<void> {
    return stopServer(this.server);
  }

  private configuration(clientSecret: string): Configuration {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
    return {
      clients: [
        {
          client_id: CLIENT.clientId,
          client_secret: clientSecret,
          redirect_uris: this.redirectUris,
          grant_types: ['authorization_code'],
          response_types: ['code'],
        },
      ],
      cookies: { keys: [randomBytes(16).toString('hex')] },
      jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] },
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups'] },
      pkce: { required: () => true },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
      ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
      findAccount: async (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...this.claims.get(id) }) }),
      loadExistingGrant: async ({ oidc: { provider, client, session } }) => {
        const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
        grant.addOIDCScope('openid email profile');
        await grant.save();
        return grant;
      },
    };
  }
}
