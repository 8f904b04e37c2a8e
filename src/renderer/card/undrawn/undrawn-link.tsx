import { Link } from 'wouter';
import { printSearch } from '../../../domain/search/print-query.ts';
import { t } from '../../../kernel/texts.ts';
import { inAddress } from '../../kit/text/in-address.ts';

/** The way to the notes in the library. */
export function UndrawnLink({ noteIds }: { readonly noteIds: readonly string[] }) {
  const search = printSearch({ kind: 'ids', of: 'note', ids: noteIds });
  return <Link href={`/library?search=${inAddress(search)}`}>{t`Show in the library`}</Link>;
}
