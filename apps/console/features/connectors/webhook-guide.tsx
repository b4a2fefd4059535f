import { Copy } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../shared/session/session.js';
import { text } from '../../shared/text/text.js';
import { Button } from '../../shared/ui/button.js';
import { showToast } from '../../shared/ui/toasts.js';
import { SigningSecrets } from './signing-secrets.js';
import { LANGUAGES, type Language, snippet } from './snippets.js';

/** The tenant's webhook, and programs that sign for it. */
export function WebhookGuide({ children }: { readonly children: ReactNode }): ReactNode {
  const { webhook, snippet: words, copy } = text.connectors;
  const { tenant } = useSession();
  const [language, setLanguage] = useState<Language>('bash');
  const url = `${location.origin}/engine/v1/integration/${tenant.slug}/webhook`;
  const program = snippet(language, url);
  return (
    <div className="guide">
      <section>
        <div className="sec-h">
          <h2>{webhook.title}</h2>
          <span className="faint">{webhook.help(tenant.name)}</span>
        </div>
        <div className="bar copy-line">
          <input className="in mono" readOnly value={url} aria-label={webhook.label} />
          <Button size="form" onClick={() => void copied(url)}>
            <Copy className="i s" aria-hidden="true" />
            {copy}
          </Button>
        </div>
        <SigningSecrets />
        <div className="sec">
          <div className="sec-h">
            <h2>{words.title}</h2>
            <span className="faint">{words.help}</span>
          </div>
          <div className="bar snippet-bar">
            <span className="seg" role="group" aria-label={words.label}>
              {LANGUAGES.map((one) => (
                <button key={one} type="button" aria-pressed={one === language} onClick={() => setLanguage(one)}>
                  {one}
                </button>
              ))}
            </span>
            <Button onClick={() => void copied(program)}>
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

async function copied(content: string): Promise<void> {
  await navigator.clipboard.writeText(content);
  showToast(text.common.copied);
}
