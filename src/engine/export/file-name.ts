import { partsOf } from '../../kernel/path.ts';

const LONGEST_NAME = 80;

/**
 * 'Neurology - MS' of 'Neurology::MS': without what a file's name may not have anywhere.
 * `otherwise`: what it is called where nothing is left.
 */
export function fileNameOf(name: string, otherwise: string): string {
  const plain = partsOf(name)
    .join(' - ')
    .replace(/[\\/:*?"<>|\p{C}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/\s+/g, ' ');
  const short = [...plain]
    .slice(0, LONGEST_NAME)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '');
  return short === '' ? otherwise : short;
}
