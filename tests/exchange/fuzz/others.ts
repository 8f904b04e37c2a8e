import init, { type Database } from '@sqlite.org/sqlite-wasm';
import { unzipSync, zipSync } from 'fflate';
import type { DeviceId } from '../../../src/kernel/ids.ts';
import type { Operation } from '../../../src/log/operation.ts';
import { A_DECK, anOperation, clozeText, DECK } from '../../support/collection.ts';
import { collectionFileOf } from '../../support/collection-file.ts';
import { changedDatabase } from '../../support/anki-package.ts';
import { MNEMOSYNE_TABLES } from '../../support/mnemosyne.ts';
import { type Below, damaged, oneOf } from './chance.ts';
import { oddJson } from './odd-values.ts';
import { forge, withPages } from './packages.ts';

interface OddFile {
  readonly name: string;
  readonly way: string;
  readonly bytes: Uint8Array;
}

const PHONE = 'phone' as DeviceId;
const LOG: readonly Operation[] = [
  anOperation({ kind: 'create-deck', deckId: DECK, name: A_DECK.name, presetId: 'default' }, 0),
  anOperation(
    {
      kind: 'add-notes',
      notes: [
        {
          id: `${DECK}:one` as never,
          deckId: DECK,
          noteTypeId: 'cloze' as never,
          fields: { text: clozeText([1, 2]) } as never,
          sections: ['General'],
        },
      ],
    },
    1,
  ),
  anOperation(answer('one/1'), 0, 2, PHONE),
  anOperation({ kind: 'undo', target: `phone:${'0'.padStart(10, '0')}` as never }, 1, 3, PHONE),
  anOperation(answer('one/2'), 2, 4),
];

function answer(card: string) {
  const cardId = `${DECK}:${card}` as never;
  return { kind: 'answer', cardId, grade: 3, durationMillis: 5000, repsBefore: 0 } as const;
}

/** A collection file of Rounds: damaged outside or within, or whole with steps that no program writes. */
export async function oddCollection(below: Below): Promise<OddFile> {
  const name = 'all.rounds';
  const whole = await collectionFileOf(LOG, [new Uint8Array([1, 2, 3])]);
  const way = oneOf(['bytes', 'inside', 'steps'], below);
  if (way === 'bytes') return { name, way, bytes: damaged(whole, below) };
  if (way === 'inside') {
    const files: Record<string, Uint8Array> = unzipSync(whole);
    const within = oneOf(Object.keys(files), below);
    files[within] = damaged(files[within] ?? new Uint8Array(), below);
    return { name, way, bytes: zipSync(files) };
  }
  const steps = LOG.map((step) => (below(2) === 0 ? (oddJson(step, below) as Operation) : step));
  // What could not be counted was never made: then its counts are those of the sound log.
  const odd = await collectionFileOf(steps).catch(() => undefined);
  return { name, way: odd ? way : 'bytes', bytes: odd ?? damaged(whole, below) };
}

let mnemosyne: Promise<Uint8Array> | undefined;

/** A sound one of twenty facts. */
export function mnemosyneDatabase(): Promise<Uint8Array> {
  mnemosyne ??= makeMnemosyne();
  return mnemosyne;
}

/** A database of Mnemosyne’s with its pages or rows others. */
export async function oddMnemosyne(below: Below): Promise<OddFile> {
  const whole = await mnemosyneDatabase();
  const way = oneOf(['bytes', 'pages', 'rows'], below);
  const bytes =
    way === 'bytes'
      ? damaged(whole, below)
      : way === 'pages'
        ? withPages(whole, below)
        : await changedDatabase(whole, (database) => forge(database, below));
  return { name: 'default.db', way, bytes };
}

async function makeMnemosyne(): Promise<Uint8Array> {
  const { oo1, capi } = await init();
  const db: Database = new oo1.DB(':memory:');
  db.exec(MNEMOSYNE_TABLES);
  for (let id = 1; id <= 20; id++) {
    db.exec(`insert into facts(_id, id) values (${id}, 'fact${id}');
      insert into data_for_fact values (${id}, 'f', 'front ${id}'), (${id}, 'b', 'back ${id}');
      insert into cards(_id, id, card_type_id, _fact_id, fact_view_id, grade, next_rep, last_rep,
        easiness, acq_reps, ret_reps, lapses, creation_time, modification_time)
      values (${id}, 'card${id}', '1', ${id}, '1.1', ${id % 6}, 1771200000, 1770595200, 2.5, 1, 2,
        0, 1760000000, 1760000000);
      insert into log(event_type, timestamp, object_id, grade, easiness, ret_reps,
        scheduled_interval, thinking_time, next_rep)
      values (9, 1770595200, 'card${id}', 4, 2.5, 1, 604800, 7, 1771200000);`);
  }
  const bytes = capi.sqlite3_js_db_export(db);
  db.close();
  return bytes;
}
