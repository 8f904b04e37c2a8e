import { createHash } from 'node:crypto';
import type { BrowserContext, Page, Request } from '@playwright/test';
import { DEFAULT_PRESET } from '../../src/domain/collection/deck.ts';
import type { NewNote } from '../../src/domain/content/note.ts';
import type { FieldTexts, NoteType } from '../../src/domain/content/note-type.ts';
import type { OperationBody } from '../../src/log/operation.ts';
import { kindOfBody } from '../../src/log/registry.ts';
import { ATTACKER, type Attack, SHORT_ATTACKS } from '../support/attack-strings.ts';
import type { Buckets } from './stored.ts';

/** Fields of the type whose notes hold many attacks each, so that an editor shows them all at once. */
const WIDE_FIELDS = 24;
/** Once with the attacks as fields, once as names of files. */
export const WIDE_NOTES = 2 * Math.ceil(SHORT_ATTACKS.length / WIDE_FIELDS);
/** Notes of two attacks for the review, and as many for the library. */
export const PAIRS = Math.ceil(SHORT_ATTACKS.length / 2);
/** The one content that half of the files have; of the others there is none. */
const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const PICTURE_SHA256 = createHash('sha256').update(Buffer.from(PICTURE, 'base64')).digest('hex');

/**
 * Puts the attack strings wherever text of a person's or a deck's own goes, as operations, and has
 * the program make its tables of them: notes of two attacks each, one as field, source, section and
 * names of files, the other as the type's templates and styling (in the first deck of the list, and
 * the other way round in the second); notes of many (in the third); and note types, decks, tags,
 * media and searches by hostile names.
 */
export async function fillWithAttacks(page: Page): Promise<void> {
  const bodies = bodiesOf(SHORT_ATTACKS).map((body) => ({
    body,
    version: kindOfBody(body).version,
  }));
  await page.evaluate(
    async ([written, sha256, picture]) => {
      const bucket = await (navigator as unknown as Buckets).storageBuckets.open('rounds-cards');
      const opening = bucket.indexedDB.open('rounds');
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const transaction = db.transaction(['operations', 'device', 'blobs'], 'readwrite');
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
      for (const { body, version } of written) {
        logicalMillis += 1;
        const counter = nextCounter++;
        const id = `${model.deviceId}:${String(counter).padStart(10, '0')}`;
        operations.put({
          ...model,
          id,
          counter,
          logicalMillis,
          body,
          version,
          changes: [],
          origin: 'person',
        });
      }
      const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
      transaction.objectStore('blobs').put({ sha256, blob: new Blob([bytes]) });
      devices.put({ ...device, nextCounter, logicalMillis, mustRebuild: true });
      await new Promise((resolve) => {
        transaction.oncomplete = resolve;
      });
      db.close();
    },
    [bodies, PICTURE_SHA256, PICTURE] as const,
  );
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
    if (!isOwn(request)) seen.push(`request: ${request.url()}`);
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
      openedFiles: async () => ({ ok: true, value: [] }),
      openedRead: answer('openedRead'),
      saveTextFile: answer('saveTextFile'),
      openExternal: answer('openExternal'),
      onCommand: () => () => {},
      // These the program calls by itself.
      journalList: async () => ({ ok: true, value: [] }),
      journalAppend: async () => ({ ok: true, value: true }),
      journalPut: async () => ({ ok: true, value: true }),
      freeBytes: async () => ({ ok: true, value: 10 ** 12 }),
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
                const windows = [
                  window,
                  ...[...document.querySelectorAll('iframe')].map((f) => f.contentWindow),
                ];
                const isMarked = windows.some((each) => each && '__hacked' in each);
                const ran = isMarked ? ['a script ran'] : [];
                return [...ran, ...(marked.shellCalls ?? []).map((name) => `call: ${name}`)];
              })
            : [],
        ),
      );
      return [...seen, ...marks.flat()];
    },
  };
}

/** Whether it is for a part of the built program, as the program itself asks for it. */
function isOwn(request: Request): boolean {
  const url = new URL(request.url());
  if (url.host.includes(ATTACKER)) return false;
  if (url.protocol === 'blob:' || url.protocol === 'data:') return true;
  if (/^\/(index\.html|card\.html)?$/.test(url.pathname)) {
    return request.isNavigationRequest() || request.serviceWorker() !== null;
  }
  return OWN_FILES.test(url.pathname);
}

const OWN_FILES =
  /^\/(assets\/[\w.-]+\.(js|css|wasm|woff2|svg|png|md)|[\w-]+\.(js|webmanifest|svg|png|ico|json))$/;

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
    { ...named, deckId: 'review', name: '0 Attacks to answer' },
    { ...named, deckId: 'library', name: '1 Attacks to look at' },
    { ...named, deckId: 'wide', name: '2 Many attacks' },
    ...decks,
    ...[wideType(), ...types, ...attacks.map(cardType)].map((noteType) => ({
      kind: 'set-note-type',
      noteType,
    })),
    {
      kind: 'add-notes',
      notes: [
        ...pairedNotes(attacks),
        ...wideNotes(
          attacks.map(({ text }) => text),
          'Part',
        ),
        ...wideNotes(attacks.map(filesOf), 'Files'),
      ],
    },
    { kind: 'add-notes', notes: types.map((type, index) => noteOf(type, 'wide', `t${index}`)) },
    {
      kind: 'add-media',
      files: attacks.map(({ text }, index) => ({
        id: text,
        sha256: index % 2 === 0 ? PICTURE_SHA256 : '0'.repeat(64),
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

/**
 * Each attack is in the review and in the library, once as the note's and once as the type's. Two
 * different ones on a card: two of the same would be each other's way out.
 */
function pairedNotes(attacks: readonly Attack[]): NewNote[] {
  return Array.from({ length: PAIRS }, (_, pair) => {
    const one = 2 * pair;
    const other = (one + 1) % attacks.length;
    return [pairedNote(attacks, 'review', one, other), pairedNote(attacks, 'library', other, one)];
  }).flat();
}

function pairedNote(
  attacks: readonly Attack[],
  deckId: string,
  ofNote: number,
  ofType: number,
): NewNote {
  const attack = attacks[ofNote] as Attack;
  return {
    id: `${deckId}:${ofNote}`,
    deckId,
    noteTypeId: `hostile-card-${ofType}`,
    fields: {
      front: `Attack ${ofNote}. ${attack.text}`,
      back: attack.text,
      files: filesOf(attack),
      source: attack.text,
    },
    sections: [attack.text],
  } as unknown as NewNote;
}

/** On the front the field comes first, on the back the template: what one leaves open hides neither. */
function cardType({ text }: Attack, index: number): NoteType {
  return {
    id: `hostile-card-${index}`,
    name: `Card type ${index} ${text}`,
    kind: 'standard',
    fields: ['front', 'back', 'files', 'source'].map((id) => ({ id, name: id })),
    templates: [
      {
        slot: 1,
        name: text,
        front: `{{front}} ${text}`,
        back: `{{files}} ${text} {{back}} {{source}}`,
      },
    ],
    css: text,
    sortFieldId: 'front',
  } as unknown as NoteType;
}

/** A picture, a film and a sound by the name of the attack. */
function filesOf({ text }: Attack): string {
  const name = text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return `<img src="${name}"><video src="${name}"></video>[sound:${name}]`;
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

function wideNotes(all: readonly string[], name: string): NewNote[] {
  const notes: NewNote[] = [];
  for (let from = 0; from < all.length; from += WIDE_FIELDS) {
    const texts = all.slice(from, from + WIDE_FIELDS);
    // A note whose first field shows nothing would make no card, and be refused.
    const fields = Object.fromEntries(
      texts.map((text, index) => [`f${index}`, `${name} ${index}. ${text}`]),
    );
    notes.push({
      id: `wide:${name}-${from}`,
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
