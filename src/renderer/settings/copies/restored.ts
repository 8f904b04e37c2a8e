import type { Replaced } from '../../../engine/copies/replace.ts';
import { plural, t } from '../../../kernel/texts.ts';

const RESTORED = 'rounds-restored';

/** Everything on the page is of the collection of before: it begins anew, and says what was done. */
export function beginAnew(done: Replaced): void {
  sessionStorage.setItem(RESTORED, replacedWords(done));
  location.reload();
}

export function replacedWords({ is, mediaLost, because }: Replaced): string {
  const all =
    is === 'replaced'
      ? t`Done: everything is as it was then. What you had before is the newest copy below.`
      : t`Nothing was replaced, and you have what you had. ${because?.what ?? ''}`.trimEnd();
  return `${all}${lostWords(mediaLost, t`the copy`)}`;
}

/** '' where nothing is lost; else a sentence more. `from`: 'the copy', 'the file'. */
export function lostWords(mediaLost: number, from: string): string {
  if (mediaLost === 0) return '';
  const isOne = mediaLost === 1;
  const lost = plural(mediaLost, '# picture or sound', '# pictures and sounds');
  return t` But ${lost} ${isOne ? t`is` : t`are`} neither in ${from} nor on this computer any more; a file that was saved may have ${isOne ? t`it` : t`them`}.`;
}

/** What the page before this one did, until it is forgotten. */
export function wordsFromBefore(): string {
  return sessionStorage.getItem(RESTORED) ?? '';
}

export function forgetWords(): void {
  sessionStorage.removeItem(RESTORED);
}
