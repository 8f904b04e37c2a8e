import { useEffect } from 'react';
import { Link, useSearch } from 'wouter';
import { t } from '../../kernel/texts.ts';
import { SETTINGS_PARTS } from '../actions/palette/places.ts';
import '../kit/menu/side-places.css';

/**
 * What there is to set, at the side: '#/settings?at=keys' leads to its part (LOOK-4), and with '&set=…'
 * to what is called so in it (KEYS-8).
 */
export function SettingsPlaces({ isThere }: { readonly isThere: boolean }) {
  const search = useSearch();
  const at = new URLSearchParams(search).get('at');
  useEffect(() => {
    if (!isThere) return;
    goWhereAsked();
    // Also to where the address led already.
    addEventListener('hashchange', goWhereAsked);
    return () => removeEventListener('hashchange', goWhereAsked);
  }, [isThere]);
  return (
    <nav className="side-places settings-places" aria-label={t`Parts of the settings`}>
      <ul>
        {SETTINGS_PARTS.map(([id, name]) => (
          <li key={id} className={id === 'keys' ? 'for-keyboards' : undefined}>
            <Link href={`/settings?at=${id}`} aria-current={at === id ? 'true' : undefined}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Eye and keyboard to what the address names: the heading of a part, or something in it. */
function goWhereAsked(): void {
  const asked = new URLSearchParams(location.hash.split('?')[1]);
  const id = asked.get('at');
  const heading = SETTINGS_PARTS.some(([part]) => part === id) && document.getElementById(id ?? '');
  if (!heading) return;
  const single = controlIn(heading.closest('section'), asked.get('set'));
  if (single) {
    single.closest('details')?.setAttribute('open', '');
    single.focus({ preventScroll: true });
    single.scrollIntoView({ block: 'center' });
    return;
  }
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  heading.scrollIntoView();
}

/** What can be set or pressed under these words; of a group the one that is chosen, or the first. */
function controlIn(part: Element | null, name: string | null): HTMLElement | undefined {
  const isNamed = ({ textContent }: Element) => textContent?.trim() === name;
  const named = [...(part?.querySelectorAll('label, legend, button') ?? [])].find(isNamed);
  if (named instanceof HTMLLabelElement) return named.control ?? undefined;
  if (named instanceof HTMLButtonElement) return named;
  const group = named?.parentElement;
  const first = group?.querySelector('input:checked') ?? group?.querySelector('input, select');
  return first instanceof HTMLElement ? first : undefined;
}
