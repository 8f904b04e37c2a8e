import { mediaNamesIn, textOfHtml } from '../../src/domain/template/html-text.ts';

/** What a person sees and hears of one side of a card, with the same words for Anki's and for ours. */
export interface SeenSide {
  readonly text: string;
  /** Pictures, in the order in which they stand. */
  readonly pictures: readonly string[];
  readonly sounds: number;
}

/** `html`: a side as Anki or renderCard gives it. Differences that docs/anki.md names are evened out. */
export function whatIsSeen(html: string): SeenSide {
  const plain = html
    // The place for typing, and the comparison with what was typed.
    .replace(/\[\[type:[^\]]*\]\]|<code class="typed-answer">.*?<\/code>/g, '')
    .replaceAll('[anki:spoken]', '')
    // Of ours: what Anki shows by a script alone.
    .replace(/<details class="script-field">.*?<\/details>/gs, '')
    .replace(/\[anki:play:[qa]:\d+\]/g, '[sound:a.mp3]')
    .replace('LaTeX image generation is disabled in the preferences.', '')
    // Formulas, which Anki has as pictures that LaTeX drew, with their source beside them.
    .replace(/<img class=latex alt="([^"]*)"[^>]*>/g, '$1')
    .replace(/\[\$\](.*?)\[\/\$\]/gs, '$$$1$$')
    .replace(/\[\$\$\](.*?)\[\/\$\$\]/gs, '\\begin{displaymath}$1\\end{displaymath}')
    .replace(/\[latex\](.*?)\[\/latex\]/gs, '$1');
  return {
    text: textOfHtml(plain).replaceAll('[...]', '[…]').replace(/\s+/g, ' ').normalize('NFC'),
    pictures: mediaNamesIn(plain.replace(SOUND, '')),
    sounds: plain.match(SOUND)?.length ?? 0,
  };
}

const SOUND = /\[sound:[^[\]]+\]/g;

/** In which way two sides differ; undefined: they are seen alike. */
export function differenceOf(anki: SeenSide, ours: SeenSide): string | undefined {
  if (anki.text !== ours.text) {
    const bare = (text: string) => text.replace(/\s+/g, '');
    return bare(anki.text) === bare(ours.text) ? 'space between words' : 'text';
  }
  if (anki.pictures.join('\n') !== ours.pictures.join('\n')) return 'pictures';
  return anki.sounds === ours.sounds ? undefined : 'sounds';
}
