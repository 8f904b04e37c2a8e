import { Link, useRoute } from 'wouter';

interface Place {
  readonly href: string;
  readonly name: string;
  /** There are places below it. */
  readonly hasMore?: boolean;
}

/** In the order of the header, which is the same on every screen. */
const PLACES: readonly Place[] = [
  { href: '/', name: 'Today' },
  { href: '/add', name: 'Add' },
  { href: '/library', name: 'Library' },
  { href: '/exams', name: 'Exams', hasMore: true },
  { href: '/insights', name: 'Insights', hasMore: true },
  { href: '/deck', name: 'Decks', hasMore: true },
  { href: '/settings', name: 'Settings', hasMore: true },
];

/** The program's name and its few places, at the same pixels on every screen (LOOK-1). */
export function TopBar({ onKeys }: { readonly onKeys: () => void }) {
  return (
    <header className="top-bar">
      <Link href="/" className="wordmark">
        Rounds
      </Link>
      <nav aria-label="Places">
        {PLACES.map((place) => (
          <PlaceLink key={place.href} {...place} />
        ))}
        <button type="button" className="quiet for-keyboards" onClick={onKeys}>
          Keys
        </button>
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
