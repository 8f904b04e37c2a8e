import type { BrowserContext, Page } from '@playwright/test';
import { DEFAULT_PRESET } from '../../src/domain/collection/deck.ts';
import type { NewNote } from '../../src/domain/content/note.ts';
import type { FieldTexts, NoteType } from '../../src/domain/content/note-type.ts';
import type { OperationBody } from '../../src/domain/operation/operation.ts';
import { ATTACKER, type Attack, SHORT_ATTACKS } from '../support/attack-strings.ts';

/** Fields of the type whose notes hold many attacks each, so that an editor shows them all at once. */
const WIDE_FIELDS = 12;
export const WIDE_NOTES = Math.ceil(SHORT_ATTACKS.length / WIDE_FIELDS);

/**
 * Puts the attack strings wherever text of a person's or a deck's own goes, as operations, and has
 * the program make its tables of them: notes of one attack each (in the first deck of the list), of
 * many (in the second), and note types, decks, tags, media and searches by hostile names.
 */
export async function fillWithAttacks(page: Page): Promise<void> {
  const bodies = bodiesOf(SHORT_ATTACKS);
  await page.evaluate(async (written) => {
    const opening = indexedDB.open('rounds');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const transaction = db.transaction(['operations', 'device'], 'readwrite');
    const [operations, devices] = ['operations', 'device'].map((name) =>
      transaction.objectStore(name),
    );
    const get = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    if (!operations || !devices) throw new Error('no tables');
    const device = await get(devices.get('device'));
    const [model] = await get(operations.getAll());
    let { nextCounter, logicalMillis } = device;
    for (const body of written) {
      logicalMillis += 1;
      const counter = nextCounter++;
      const id = `${model.deviceId}:${String(counter).padStart(10, '0')}`;
      operations.put({ ...model, id, counter, logicalMillis, body, changes: [], origin: 'person' });
    }
    devices.put({ ...device, nextCounter, logicalMillis, mustRebuild: true });
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    db.close();
  }, bodies);
  await page.reload();
}

export interface Watch {
  /** What has happened that should not have; [] as it should be. */
  happened(): Promise<string[]>;
}

/** Watches for scripts that ran, requests that left, and calls into the desktop shell. */
export async function watch(context: BrowserContext, page: Page): Promise<Watch> {
  const seen: string[] = [];
  context.on('request', (request) => {
    if (request.url().includes(ATTACKER)) seen.push(`request: ${request.url()}`);
  });
  context.on('page', (opened) => seen.push(`window: ${opened.url()}`));
  page.on('dialog', (dialog) => {
    seen.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('framenavigated', (frame) => {
    const { pathname } = new URL(frame.url(), 'http://none/');
    if (!/^\/(index\.html|card\.html)?$/.test(pathname)) seen.push(`navigation: ${frame.url()}`);
  });
  await context.addInitScript(() => {
    if (window !== window.top || 'desktop' in window) return;
    const calls: string[] = [];
    const answer = (name: string) => async () => {
      calls.push(name);
      return { ok: true, value: null };
    };
    const desktop = {
      openTextFile: answer('openTextFile'),
      saveTextFile: answer('saveTextFile'),
      openExternal: answer('openExternal'),
      onCommand: () => () => {},
    };
    Object.assign(window, { desktop, shellCalls: calls });
  });
  return {
    async happened() {
      const marks = await Promise.all(
        page.frames().map((frame) =>
          frame === page.mainFrame()
            ? frame.evaluate(() => {
                const marked = window as unknown as { __hacked?: unknown; shellCalls?: string[] };
                const ran = '__hacked' in marked ? ['a script ran'] : [];
                return [...ran, ...(marked.shellCalls ?? []).map((name) => `call: ${name}`)];
              })
            : [],
        ),
      );
      return [...seen, ...marks.flat()];
    },
  };
}

function bodiesOf(attacks: readonly Attack[]): OperationBody[] {
  const doors = [...new Set(attacks.map(({ door }) => door))];
  const types = doors.map((door, index) =>
    typeOf(
      attacks.filter((attack) => attack.door === door),
      index,
    ),
  );
  const decks = attacks.slice(0, 20).map(({ text }, index) => ({
    kind: 'create-deck',
    deckId: `hostile-${index}`,
    name: text,
    presetId: DEFAULT_PRESET.id,
  }));
  const named = { presetId: DEFAULT_PRESET.id, kind: 'create-deck' };
  return [
    { kind: 'set-preset', preset: { ...DEFAULT_PRESET, newPerDay: 9_999, burySiblings: false } },
    { ...named, deckId: 'single', name: '0 Single attacks' },
    { ...named, deckId: 'wide', name: '1 Many attacks' },
    ...decks,
    ...[wideType(), ...types].map((noteType) => ({ kind: 'set-note-type', noteType })),
    { kind: 'add-notes', notes: [...singleNotes(attacks), ...wideNotes(attacks)] },
    { kind: 'add-notes', notes: types.map((type, index) => noteOf(type, 'wide', `t${index}`)) },
    {
      kind: 'add-media',
      files: attacks.map(({ text }) => ({
        id: text,
        sha256: '0'.repeat(64),
        bytes: 5,
        type: 'image/png',
        addedAtMillis: 0,
      })),
    },
    ...attacks.slice(0, 40).map(({ text }, index) => ({
      kind: 'save-search',
      search: { id: `hostile-${index}`, name: text, text: `"${text.replace(/["\\*_]/g, '')}"` },
    })),
  ] as OperationBody[];
}

function singleNotes(attacks: readonly Attack[]): NewNote[] {
  return attacks.map(
    ({ text }, index) =>
      ({
        id: `single:${index}`,
        deckId: 'single',
        noteTypeId: 'basic',
        fields: { front: `Attack ${index}. ${text}`, back: text, extra: text, source: text },
        sections: [text],
      }) as unknown as NewNote,
  );
}

function wideType(): NoteType {
  const ids = Array.from({ length: WIDE_FIELDS }, (_, index) => `f${index}`);
  return {
    id: 'wide',
    name: 'Wide',
    kind: 'standard',
    fields: ids.map((id) => ({ id, name: id })),
    templates: [{ slot: 1, name: 'Card 1', front: '{{f0}}', back: '{{f1}}' }],
    css: '',
    sortFieldId: 'f0',
  } as unknown as NoteType;
}

function wideNotes(attacks: readonly Attack[]): NewNote[] {
  const notes: NewNote[] = [];
  for (let from = 0; from < attacks.length; from += WIDE_FIELDS) {
    const texts = attacks.slice(from, from + WIDE_FIELDS).map(({ text }) => text);
    // A note whose first field shows nothing would make no card, and be refused.
    const fields = Object.fromEntries(
      texts.map((text, index) => [`f${index}`, `Part ${index}. ${text}`]),
    );
    notes.push({
      id: `wide:${from}`,
      deckId: 'wide',
      noteTypeId: 'wide',
      fields: fields as FieldTexts,
      sections: [],
    } as unknown as NewNote);
  }
  return notes;
}

/** A type whose name, fields, templates and styling are all attacks of one door. */
function typeOf(attacks: readonly Attack[], index: number): NoteType {
  const texts = attacks.map(({ text }) => text);
  const name = `${index} ${texts[0] ?? ''}`;
  return {
    id: `hostile-type-${index}`,
    name,
    kind: 'standard',
    fields: [
      { id: 'f', name: `Field ${index}`, hint: texts[1] ?? '' },
      { id: 'g', name: texts[2] ?? 'g', hint: texts[0] ?? '' },
    ],
    templates: [
      {
        slot: 1,
        name: texts[0] ?? '',
        front: `{{Field ${index}}} ${texts.join('\n')}`,
        back: `{{FrontSide}}${texts.join('\n')}`,
      },
    ],
    css: texts.join('\n'),
    sortFieldId: 'f',
  } as unknown as NoteType;
}

function noteOf({ id, fields }: NoteType, deckId: string, noteId: string): NewNote {
  const texts = Object.fromEntries(fields.map((field) => [field.id, `Typed ${field.name}`]));
  return {
    id: `${deckId}:${noteId}`,
    deckId,
    noteTypeId: id,
    fields: texts,
    sections: [],
  } as unknown as NewNote;
}
