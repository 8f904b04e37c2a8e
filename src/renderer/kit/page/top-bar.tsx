import { Link, useRoute } from 'wouter';
import { t } from '../../../kernel/texts.ts';

interface Place {
  readonly href: string;
  readonly name: string;
  /** There are places below it. */
  readonly hasMore?: boolean;
}

/** In the order of the header, which is the same on every screen. */
const PLACES: readonly Place[] = [
  { href: '/', name: t`Today` },
  { href: '/add', name: t`Add` },
  { href: '/library', name: t`Library` },
  { href: '/exams', name: t`Exams`, hasMore: true },
  { href: '/insights', name: t`Insights`, hasMore: true },
  { href: '/deck', name: t`Decks`, hasMore: true },
  { href: '/settings', name: t`Settings`, hasMore: true },
];

/** The program's name and its few places, at the same pixels on every screen (LOOK-1). */
export function TopBar({ onKeys }: { readonly onKeys: () => void }) {
  return (
    <header className="top-bar">
      <Link href="/" className="wordmark">{t`Rounds`}</Link>
      <nav aria-label={t`Places`}>
        {PLACES.map((place) => (
          <PlaceLink key={place.href} {...place} />
        ))}
        <button type="button" className="quiet for-keyboards" onClick={onKeys}>{t`Keys`}</button>
      </nav>
    </header>
  );
}

function PlaceLink({ href, name, hasMore }: Place) {
  const [isHere] = useRoute(href);
  const [isWithin] = useRoute(`${href}/*`);
  const current = isHere ? 'page' : hasMore && isWithin ? 'true' : undefined;
  return (
    <Link href={href} aria-current={current}>
      {name}
    </Link>
  );
}
