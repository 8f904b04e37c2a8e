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
        <Place href="/exams" name="Exams" />
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

function Place({ href, name }: { readonly href: string; readonly name: string }) {
  const [isHere] = useRoute(href);
  return (
    <Link href={href} aria-current={isHere ? 'page' : undefined}>
      {name}
    </Link>
  );
}
