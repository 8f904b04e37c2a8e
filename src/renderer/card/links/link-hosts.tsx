import { t } from '../../../kernel/texts.ts';
import { phrase } from '../../kit/text/phrase.ts';
import { forgetHost } from './known-hosts.ts';
import { usePreferences } from '../../preferences.ts';

/** Where links of cards open without a question, each with the way to be asked again. */
export function LinkHosts() {
  const { linkHosts } = usePreferences();
  return (
    <section className="form" aria-labelledby="link-hosts">
      <h2 id="link-hosts">{t`Links of cards`}</h2>
      <p className="soft">
        {phrase`A link of a card shows its address and asks before it opens, once for each place.${linkHosts.length > 0 && t` On this device these open without a question:`}`}
      </p>
      {linkHosts.length > 0 && (
        <ul className="link-hosts">
          {linkHosts.map(({ host, withWords }) => (
            <li key={host}>
              <span>
                {host}
                {withWords && <span className="soft">{t` (with text of cards)`}</span>}
              </span>
              <button
                type="button"
                aria-label={t`Ask again for ${host}`}
                onClick={() => forgetHost(host)}
              >{t`Ask again`}</button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
