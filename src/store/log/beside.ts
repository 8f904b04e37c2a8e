import { Dexie, RangeSet } from 'dexie';
import { ok, type Result } from '../../kernel/problem.ts';
import { openingProblem } from '../open.ts';
import { databasesAt, type DatabasePlace, versionAt } from '../place/place.ts';
import { RoundsDatabase, SCHEMA_VERSION } from '../schema.ts';

/**
 * A second connection to a database that is open elsewhere, for writing much; it does not make or
 * upgrade one. Dexie keeps no account of its keys: a list of 100,000 by every index would take long
 * to make here, and hold up the page that is told it. `tellFollowers` is called instead.
 */
export async function openBeside(place: DatabasePlace): Promise<Result<RoundsDatabase>> {
  try {
    const factory = await databasesAt(place);
    const version = await versionAt(place, factory);
    if (version !== SCHEMA_VERSION * 10) throw new Error('it is not open');
    const db = new RoundsDatabase(place, factory);
    db.unuse({ stack: 'dbcore', name: 'Observability' });
    db.unuse({ stack: 'dbcore', name: 'Cache' });
    await db.open();
    return ok(db);
  } catch (error) {
    return openingProblem(error);
  }
}

/** Every query that is followed anywhere is asked anew. */
export function tellFollowers(): void {
  Dexie.on.storagemutated.fire({ all: new RangeSet(Dexie.minKey, Dexie.maxKey) });
}
