import { Copy } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../shared/session/session.js';
import { text } from '../../shared/text/text.js';
import { Button } from '../../shared/ui/button.js';
import { copyText } from '../../shared/ui/copy-text.js';
import { SectionHead } from '../../shared/ui/section-head.js';
import { SigningSecrets } from './signing-secrets.js';
import { LANGUAGES, type Language, snippet } from './snippets.js';

/** The URL of the tenant's webhook, and example programs that sign a request to it. */
export function WebhookGuide({ children }: { readonly children: ReactNode }): ReactNode {
  const { webhook, snippet: words, copy } = text.connectors;
  const { tenant } = useSession();
  const [language, setLanguage] = useState<Language>('bash');
  const url = `${location.origin}/engine/v1/integration/${tenant.slug}/webhook`;
  const program = snippet(language, url);
  return (
    <div className="guide">
      <section>
        <SectionHead level={2} title={webhook.title} help={webhook.help(tenant.name)} />
        <div className="bar copy-line">
          <input className="in mono" readOnly value={url} aria-label={webhook.label} />
          <Button size="form" onClick={() => void copyText(url)}>
            <Copy className="i s" aria-hidden="true" />
            {copy}
          </Button>
        </div>
        <SigningSecrets />
        <div className="sec">
          <SectionHead level={2} title={words.title} help={words.help} />
          <div className="bar snippet-bar">
            <span className="seg" role="group" aria-label={words.label}>
              {LANGUAGES.map((one) => (
                <button key={one} type="button" aria-pressed={one === language} onClick={() => setLanguage(one)}>
                  {one}
                </button>
              ))}
            </span>
            <Button onClick={() => void copyText(program)}>
              <Copy className="i s" aria-hidden="true" />
              {copy}
            </Button>
          </div>
          <pre tabIndex={0}>{program}</pre>
        </div>
      </section>
      {children}
    </div>
  );
}
