import { expect, test } from 'vitest';
import { fieldText } from '../../../src/domain/content/note-type.ts';
import { studyDayOf } from '../../../src/kernel/study-day.ts';
import { MILLIS_PER_DAY } from '../../../src/kernel/time.ts';
import { mapCollection } from '../../../src/exchange/anki/mapping/map-collection.ts';
import { withMediaNames } from '../../../src/exchange/anki/mapping/media-names.ts';
import { bringsScript, noteTypeOfAnki } from '../../../src/exchange/anki/mapping/note-types.ts';
import { noteIdOfGuid } from '../../../src/exchange/anki/mapping/notes.ts';
import { reviewsOfCard } from '../../../src/exchange/anki/mapping/answers/reviews.ts';
import { dayCountOf } from '../../../src/exchange/anki/mapping/schedules.ts';
import { readAnkiPackage } from '../../../src/exchange/anki/read-package.ts';
import { cardIdOf, type NoteId } from '../../../src/kernel/ids.ts';
import { forged, realPackage } from '../../support/anki-package.ts';
import { bytesOfArray } from '../../support/bytes-of-array.ts';
import expected from './fixtures/expected.json';

const clock = { atMillis: expected.madeAtMillis, utcOffsetMinutes: 0 };

async function mapped(name: string) {
  const { collection } = await readAnkiPackage(bytesOfArray(realPackage(name)), clock.atMillis);
  return { collection, ...mapCollection(collection, clock) };
}

test.each(['oldest.apkg', 'older.apkg', 'newest.apkg', 'whole.colpkg'])(
  '[ANKI-5] [ANKI-6] every card of %s has the home, the date and the flag that Anki says',
  async (name) => {
    const { cards, decks, elsewhere } = await mapped(name);
    const byId = new Map(cards.map((card) => [card.id, card]));
    for (const { guid, ord, deck, type, due, flag, reps } of expected.cards) {
      const id = cardIdOf(noteIdOfGuid({ guid, id: 0 }), ord + 1);
      const card = byId.get(id);
      if (!card) throw new Error(`${guid} ${ord} is not there`);
      const home = elsewhere.get(id) ?? card.deckId;
      expect(decks.find((each) => each.id === home)?.name).toBe(deck);
      expect(card).toMatchObject({ flag, absent: false });
      expect(card.schedule.reps).toBe(reps);
      const { schedule } = card;
      if (type === 0) expect(schedule.state).toBe('new');
      else if (type === 2) {
        const dueDay = schedule.state === 'review' ? schedule.dueDay : Number.NaN;
        expect(new Date(dueDay * MILLIS_PER_DAY).toISOString().slice(0, 10)).toBe(due);
      } else if (typeof due === 'number') {
        expect(schedule).toMatchObject({ dueAtMillis: due * 1000 });
      } else {
        const at = schedule.state === 'relearning' ? schedule.dueAtMillis : Number.NaN;
        expect(new Date(at).toISOString()).toBe(`${due}T04:00:00.000Z`);
      }
    }
    expect(cards).toHaveLength(expected.cards.length);
    expect(decks.map((each) => each.name)).not.toContain('Cramming now');
  },
);

const cardOf = (cards: Awaited<ReturnType<typeof mapped>>, question: string, slot = 1) => {
  const note = cards.notes.find(({ fields }) => Object.values(fields).includes(question));
  const card = cards.cards.find(({ id }) => id === cardIdOf(note?.id ?? ('' as NoteId), slot));
  if (!note || !card) throw new Error(`no card asks ${question}`);
  return { note, card };
};

test('[ANKI-4] a note is at home where most of its cards are, and the other deck is kept', async () => {
  const found = await mapped('newest.apkg');
  const { note, card } = cardOf(found, 'Systole', 2);
  const nameOf = (id: string | undefined) => found.decks.find((deck) => deck.id === id)?.name;
  expect(nameOf(note.deckId)).toBe('Med::Heart');
  expect(nameOf(found.elsewhere.get(card.id))).toBe('Med::Lung');
  expect(found.elsewhere.size).toBe(1);
  expect(note.tags).toEqual(['marked']);
  expect(cardOf(found, 'Question 0').note.sections).toEqual(['Cardio::ECG']);
});

test('[ANKI-5] suspended and buried cards come so, with who buried them', async () => {
  const found = await mapped('newest.apkg');
  const today = studyDayOf(clock, 4);
  expect(cardOf(found, 'Question 7').card).toMatchObject({ suspended: true, buriedUntil: 0 });
  const byHand = cardOf(found, 'Question 8').card;
  expect(byHand).toMatchObject({ buriedUntil: today + 1, putAwayUntil: today + 1 });
  const bySibling = cardOf(found, 'Question 9').card;
  expect(bySibling.buriedUntil).toBe(today + 1);
  expect(bySibling.putAwayUntil).toBeUndefined();
});

test('[ANKI-7] a card in steps stands at the step it stood at', async () => {
  const found = await mapped('newest.apkg');
  // Two of the three steps are left.
  expect(cardOf(found, 'Question 5').card.schedule).toMatchObject({ state: 'learning', step: 1 });
  expect(cardOf(found, 'Question 6').card.schedule).toMatchObject({
    state: 'relearning',
    step: 0,
    lapses: 2,
    memory: { stability: 2.5, difficulty: 8.1 },
  });
});

test('[ANKI-9] the memory is the file’s, else that of the history, else that of the ease', async () => {
  const found = await mapped('newest.apkg');
  expect(cardOf(found, 'Question 0').card.schedule).toMatchObject({
    state: 'review',
    memory: { stability: 41.25, difficulty: 5.123 },
    intervalDays: 40,
  });
  expect(found.memories).toEqual({ file: 4, history: 2, ease: 2 });
  const inferred = cardOf(found, 'Question 2').card.schedule;
  expect(inferred.state === 'review' && inferred.memory.stability).toBeCloseTo(30, 3);
});

test('[ANKI-8] cramming, dates set by hand and forgetting are no answers', async () => {
  const found = await mapped('newest.apkg');
  const { collection, ankiIds, histories } = found;
  const days = dayCountOf(collection, 0);
  const reviewsOf = (question: string) => {
    const rows = histories.of(ankiIds.get(cardOf(found, question).card.id) ?? 0);
    return { rows, answers: reviewsOfCard(collection.reviews, rows, days) };
  };
  const crammed = reviewsOf('Question 3');
  expect(crammed.rows).toHaveLength(4);
  expect(crammed.answers.map(({ grade }) => grade)).toEqual([3, 3]);
  expect(cardOf(found, 'Question 4').card.schedule.state).toBe('new');
  expect(reviewsOf('Question 0').answers).toMatchObject([
    { kind: 'new', grade: 3, elapsedDays: 0, intervalDays: 0, durationMillis: 5000 },
    { kind: 'learning', grade: 3, elapsedDays: 0, intervalDays: 3 },
    { kind: 'review', elapsedDays: 4, intervalDays: 12 },
    { kind: 'review', elapsedDays: 14, intervalDays: 40 },
  ]);
});

test('[ANKI-6] dates count from where the collection was made, wherever it is read', async () => {
  const { collection } = await mapped('newest.apkg');
  const made = { ...collection, createdSeconds: Date.UTC(2024, 0, 10, 19) / 1000 };
  const at = (createdOffsetMinutes: number | undefined, here: number) =>
    dayCountOf({ ...made, config: { ...made.config, createdOffsetMinutes } }, here).firstDay -
    Date.UTC(2024, 0, 10) / MILLIS_PER_DAY;
  // 4 in the morning of the 11th in Japan.
  expect(at(540, -300)).toBe(1);
  expect(at(0, 540)).toBe(0);
  expect(at(undefined, 540)).toBe(1);
});

test('[ANKI-10] notes follow a file under its new name, however they wrote the old', () => {
  const names = new Map([
    ['what?.png', 'what_.png'],
    ['Flöte.mp3', 'Flote.mp3'],
  ]);
  const html =
    '<img src="what?.png"><IMG SRC=what%3F.png> [sound:Flo\u0308te.mp3] <img src="other.png">';
  expect(withMediaNames(html, names)).toBe(
    '<img src="what_.png"><IMG SRC="what_.png"> [sound:Flote.mp3] <img src="other.png">',
  );
});

test('[ANKI-12] a script is named; Anki’s own image occlusion needs none here', async () => {
  const { types, collection } = await mapped('whole.colpkg');
  expect(types.filter(bringsScript)).toEqual([]);
  const occlusion = types.find(({ kind }) => kind === 'occlusion');
  expect(occlusion?.templates[0]?.front).not.toMatch(/script|display: ?none|canvas/);
  expect(occlusion?.templates[0]?.front).toContain('{{cloze:Occlusion}}');
  const [basic] = collection.types.values();
  if (!basic?.templates[0]) throw new Error('no type');
  const [template] = basic.templates;
  for (const front of [
    '<script>alert(1)</script>',
    '<b onclick = "x()">',
    '<a href="javascript:x">',
  ]) {
    const type = { ...basic, templates: [{ ...template, front }] };
    expect(bringsScript(noteTypeOfAnki(type))).toBe(true);
  }
});

test('[TEMPLATE-35] control signs, which older Ankis let into notes, are not part of a text', async () => {
  const file = await forged((db) =>
    db.exec("UPDATE notes SET flds = replace(flds, 'Question 0', 'Question\u0008\u000c\u007f\t0')"),
  );
  const { collection } = await readAnkiPackage(bytesOfArray(file), clock.atMillis);
  const texts = mapCollection(collection, clock).notes.flatMap(({ fields }) =>
    Object.values(fields),
  );
  expect(texts).toContain('Question\t0');
});

test('[ANKI-43] cards of a type of Rounds’ own stay where they are when Anki adds one, in front or behind', async () => {
  const { collection } = await mapped('older.apkg');
  const type = [...collection.types.values()].find(({ kind }) => kind === 'standard');
  const [template] = type?.templates ?? [];
  if (!type || !template) throw new Error('no type');
  const at = (slot?: number) => ({ ...template, raw: { json: slot ? { rounds: { slot } } : {} } });
  const placesOf = (...slots: (number | undefined)[]) =>
    noteTypeOfAnki({ ...type, templates: slots.map(at) }).templates.map(({ slot }) => slot);
  expect(placesOf(undefined, 1, 2)).toEqual([4, 1, 2]);
  expect(placesOf(1, 3, undefined)).toEqual([1, 3, 4]);
  expect(placesOf(undefined, undefined)).toEqual([1, 2]);
  expect(placesOf(2, 1, undefined)).toEqual([2, 1, 3]);
  expect(placesOf(2, 2)).toEqual([2, 3]);
});

test('[ANKI-43] a field of a foreign file that calls itself as no text can be kept keeps its text', async () => {
  const file = await forged((db) => {
    const types = JSON.parse(String(db.selectValue('SELECT models FROM col')));
    for (const type of Object.values<{ flds: object[] }>(types)) {
      type.flds = type.flds.map((field, at) =>
        at === 0 ? { ...field, rounds: { id: '__proto__' } } : field,
      );
    }
    db.exec({ sql: 'UPDATE col SET models = ?', bind: [JSON.stringify(types)] });
  });
  const { collection } = await readAnkiPackage(bytesOfArray(file), clock.atMillis);
  const { notes, types } = mapCollection(collection, clock);
  for (const [at, note] of notes.entries()) {
    const first = types.find(({ id }) => id === note.noteTypeId)?.fields[0];
    if (!first) throw new Error('no field');
    const own = collection.notes.find((each) => noteIdOfGuid(each) === note.id);
    expect(fieldText(note.fields, first.id), `${at}`).toBe(own?.fields[0]);
  }
});
