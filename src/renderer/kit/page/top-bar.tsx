import { Link, useRoute } from 'wouter';

/** The program's name and its few places. */
export function TopBar({ onKeys }: { readonly onKeys?: () => void }) {
  return (
    <header className="top-bar">
      <Link href="/" className="wordmark">
        Rounds
      </Link>
      <nav aria-label="Places">
        <Place href="/" name="Today" />
        <Place href="/add" name="Add" />
        <Place href="/library" name="Library" />
        <Place href="/exams" name="Exams" hasMore />
        <Place href="/insights" name="Insights" />
        <Place href="/deck" name="Decks" />
        <Place href="/settings" name="Settings" />
        {onKeys && (
          <button type="button" className="quiet" onClick={onKeys}>
            Keys
          </button>
        )}
      </nav>
    </header>
  );
}

function Place(props: {
  readonly href: string;
  readonly name: string;
  /** There are places below it. */
  readonly hasMore?: boolean;
}) {
  const { href, name } = props;
  const [isHere] = useRoute(href);
  const [isWithin] = useRoute(`${href}/*`);
  const current = isHere ? 'page' : props.hasMore && isWithin ? 'true' : undefined;
  return (
    <Link href={href} aria-current={current}>
      {name}
    </Link>
  );
}
