import { Link } from 'wouter';
import { named } from '../../../kernel/named.ts';
import { t } from '../../../kernel/texts.ts';
import { outOfAddress } from '../text/in-address.ts';
import './no-such-place.css';

/** For an address that names no screen: a link mistyped, or of another version (LOOK-2). */
export function NoSuchPlace({ path }: { readonly path: string }) {
  return (
    <main className="page no-such-place">
      <h1 className="page-title">{t`There is no such place here`}</h1>
      <p>{t`Rounds has no screen at “${named(outOfAddress(path))}”. The link may be mistyped, or of another version. Your cards are as they were.`}</p>
      <p className="actions">
        <Link href="/" className="button-like button-like-primary">{t`Go to Today`}</Link>
        <Link href="/library" className="button-like">{t`Search the library`}</Link>
      </p>
    </main>
  );
}
