import { useEffect } from 'react';
import { Link, useSearch } from 'wouter';
import { t } from '../../kernel/texts.ts';
import { SETTINGS_PARTS } from '../actions/palette/places.ts';
import '../kit/menu/side-places.css';

/** What there is to set, at the side: '#/settings?at=keys' leads to its part (LOOK-4). */
export function SettingsPlaces({ isThere }: { readonly isThere: boolean }) {
  const search = useSearch();
  const at = new URLSearchParams(search).get('at');
  useEffect(() => {
    if (isThere && SETTINGS_PARTS.some(([id]) => id === at)) go(at ?? '');
  }, [isThere, at]);
  return (
    <nav className="side-places settings-places" aria-label={t`Parts of the settings`}>
      <ul>
        {SETTINGS_PARTS.map(([id, name]) => (
          <li key={id} className={id === 'keys' ? 'for-keyboards' : undefined}>
            <Link
              href={`/settings?at=${id}`}
              aria-current={at === id ? 'true' : undefined}
              onClick={() => go(id)}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Eye and keyboard to the heading of a part. */
function go(id: string): void {
  const heading = document.getElementById(id);
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  heading.scrollIntoView();
}
