import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tagsOf } from '../../src/domain/content/note.ts';
import { type CardSides, renderCard } from '../../src/domain/template/render.ts';
import { mapCollection } from '../../src/exchange/anki/mapping/map-collection.ts';
import { changedNames } from '../../src/exchange/anki/mapping/media-names.ts';
import { noteIdOfGuid } from '../../src/exchange/anki/mapping/notes.ts';
import { readAnkiPackage } from '../../src/exchange/anki/read-package.ts';
import { type CardId, cardIdOf, noteIdOf, slotOf } from '../../src/kernel/ids.ts';
import { differenceOf, type SeenSide, whatIsSeen } from './what-is-seen.ts';

/** A card as anki-sides.py prints it. */
interface CardOfAnki {
  readonly guid: string;
  /** From 0. */
  readonly ord: number;
  /** Name of its note type. */
  readonly type: string;
  readonly front: string;
  readonly back: string;
}

/** Examples of each kind of difference, and how many signs of them. */
const MOST_SHOWN = 3;
const MOST_SIGNS = 60;
const MOST_BYTES = 1024 ** 3;

// Run while it is loaded: afterwards nothing more can be, and a database needs SQLite.
for (const file of process.argv.slice(2)) {
  const lines = await compared(file);
  process.stdout.write(`${lines.join('\n')}\n`);
  if (lines.length > 1) process.exitCode = 1;
}

/** How many cards of a package are equal, then each kind of difference with examples. */
async function compared(file: string): Promise<readonly string[]> {
  const theirs = cardsOfAnki(file);
  const ours = await cardsOfRounds(file);
  const kinds = new Map<string, string[]>();
  const differs = (kind: string, example: string): void => {
    kinds.set(kind, [...(kinds.get(kind) ?? []), example]);
  };
  let equal = 0;
  for (const card of theirs) {
    const id = cardIdOf(noteIdOfGuid({ guid: card.guid, id: 0 }), card.ord + 1);
    const own = ours.get(id);
    ours.delete(id);
    if (!own) {
      differs('card that Rounds does not ask', `${card.type}: ${whatIsSeen(card.front).text}`);
      continue;
    }
    let isEqual = true;
    for (const side of ['front', 'back'] as const) {
      const [there, here] = [whatIsSeen(card[side]), whatIsSeen(own[side])];
      const kind = differenceOf(there, here);
      if (kind === undefined) continue;
      isEqual = false;
      differs(`${kind} of the ${side}`, `${card.type}: ${example(there, here)}`);
    }
    if (isEqual) equal++;
  }
  for (const { front } of ours.values()) differs('card that Anki does not have', front);
  return [
    `${basename(file)}: ${equal} of ${theirs.length} cards are equal`,
    ...[...kinds].flatMap(([kind, examples]) => [
      `  ${kind}: ${examples.length}`,
      ...examples.slice(0, MOST_SHOWN).map((each) => `    ${each}`),
    ]),
  ];
}

function cardsOfAnki(file: string): readonly CardOfAnki[] {
  const script = fileURLToPath(new URL('./anki-sides.py', import.meta.url));
  const { status, stdout, stderr } = spawnSync(
    process.env.ROUNDS_ANKI_PYTHON ?? 'python3',
    [script, 'package', file],
    { encoding: 'utf8', maxBuffer: MOST_BYTES },
  );
  if (status !== 0) throw new Error(`Anki did not read ${file}: ${stderr}`);
  const lines = stdout.split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line));
}

/** Both sides of the cards that would be studied. */
async function cardsOfRounds(file: string): Promise<Map<CardId, CardSides>> {
  const bytes = new Uint8Array(readFileSync(file));
  const atMillis = Date.now();
  const clock = { atMillis, utcOffsetMinutes: -new Date(atMillis).getTimezoneOffset() };
  const { collection, opened } = await readAnkiPackage(
    { size: bytes.length, read: async (from, to) => bytes.subarray(from, to) },
    atMillis,
  );
  const mapped = mapCollection(collection, clock, changedNames(opened.media));
  const types = new Map(mapped.types.map((type) => [type.id, type]));
  const notes = new Map(mapped.notes.map((note) => [note.id, note]));
  const decks = new Map(mapped.decks.map((deck) => [deck.id, deck]));
  const cards = new Map<CardId, CardSides>();
  for (const { id, deckId, flag, absent } of mapped.cards) {
    const note = notes.get(noteIdOf(id));
    const type = note && types.get(note.noteTypeId);
    if (!type || absent) continue;
    const deckName = decks.get(mapped.elsewhere.get(id) ?? deckId)?.name ?? '';
    const slot = slotOf(id);
    const shared = { type, fields: note.fields, tags: tagsOf(note), deckName, flag, cardId: id };
    cards.set(id, renderCard({ ...shared, slot }));
  }
  return cards;
}

function example(there: SeenSide, here: SeenSide): string {
  if (there.text === here.text) {
    const said = ({ pictures, sounds }: SeenSide) => `${pictures.join(', ')}; ${sounds} sounds`;
    return `Anki: ${said(there)} — Rounds: ${said(here)}`;
  }
  let at = 0;
  while (there.text.charAt(at) === here.text.charAt(at)) at++;
  const from = Math.max(0, at - MOST_SIGNS / 3);
  const cut = ({ text }: SeenSide) => JSON.stringify(text.slice(from, from + MOST_SIGNS));
  return `Anki ${cut(there)} — Rounds ${cut(here)}`;
}
