import { encodeLine, encodeLog, SEGMENT_BYTES } from '../src/log/text/codec.ts';
import { logOf } from './replay.ts';

/** So many notes make a line that does not stand beside the journal. */
const NOTES_AT_ONCE = 100;

/** The files of a journal of so many cards and steps, one after the other, as the program writes them. */
export function* journalOf(cards: number, steps: number): Generator<readonly [string, string]> {
  const answers = steps - 1 - Math.ceil(cards / NOTES_AT_ONCE);
  let [first, chain, text] = [0, '', ''];
  for (const operation of logOf(cards, answers, NOTES_AT_ONCE)) {
    if (text === '') {
      first = operation.counter;
      text = encodeLog([], chain).text;
    }
    const line = encodeLine(operation, chain);
    text += line.text;
    chain = line.chain;
    if (text.length < SEGMENT_BYTES) continue;
    yield [nameOf(first), text];
    text = '';
  }
  if (text !== '') yield [nameOf(first), text];
}

function nameOf(first: number): string {
  return `${String(first).padStart(10, '0')}.jsonl`;
}
