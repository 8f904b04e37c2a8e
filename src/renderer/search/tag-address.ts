import { printSearch } from '../../domain/search/print-query.ts';
import { inAddress } from '../kit/text/in-address.ts';

/** Where the library shows the notes with `tag`, or one below it. */
export function addressOfTag(tag: string): string {
  const search = printSearch({
    kind: 'tag',
    test: { how: 'plain', glob: [{ kind: 'text', text: tag }] },
  });
  return `/library?search=${inAddress(search)}`;
}
