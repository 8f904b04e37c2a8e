const OPENING = /\[anki:tts[\s\]]/g;
const CLOSING = '[/anki:tts]';

/** `html` without what Anki would speak in its place, `[anki:tts lang=en_US]…[/anki:tts]`. */
export function withoutSpeech(html: string): string {
  let shown = '';
  let at = 0;
  for (const { index } of html.matchAll(OPENING)) {
    if (index < at) continue;
    const end = html.indexOf(CLOSING, index);
    if (end === -1) break;
    shown += html.slice(at, index);
    at = end + CLOSING.length;
  }
  return shown + html.slice(at);
}
