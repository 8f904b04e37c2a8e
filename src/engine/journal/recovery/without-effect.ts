import { plural, t } from '../../../kernel/texts.ts';
import type { About } from '../../../log/kind.ts';
import { REGISTRY } from '../../../log/registry.ts';
import type { OperationId } from '../../../kernel/ids.ts';
import { type StoredBody, unpackBodies } from '../../../store/log/payloads.ts';
import type { RoundsDatabase } from '../../../store/schema.ts';
import type { Lost } from '../steps-in-journal.ts';

/**
 * Steps that came back and could not be done, because a step before them is lost: together where
 * they are of one kind, about one deck, and failed for one reason. `decks`: those that are there.
 */
export async function namedWithoutEffect(
  store: RoundsDatabase,
  refused: readonly { readonly id: string; readonly why: string }[],
  decks: ReadonlyMap<string, string>,
): Promise<Lost[]> {
  const alike = new Map<string, { readonly lost: (many: number) => Lost; many: number }>();
  for (let from = 0; from < refused.length; from += PAGE) {
    const page = refused.slice(from, from + PAGE);
    const rows = await store.operations.bulkGet(page.map(({ id }) => id as OperationId));
    const bodies = await unpackBodies(
      store,
      rows.map((row) => row?.body ?? NO_BODY),
    );
    for (const [index, { why }] of page.entries()) {
      const lost = named(bodies[index], why, decks);
      const key = JSON.stringify(lost(1));
      const found = alike.get(key);
      if (found) found.many++;
      else alike.set(key, { lost, many: 1 });
    }
  }
  return [...alike.values()].map(({ lost, many }) => lost(many));
}

const PAGE = 1000;

/** Stands for that of a step which is not there. */
const NO_BODY: StoredBody = { kind: '', '#payload': '' };

function named(
  of: unknown,
  why: string,
  decks: ReadonlyMap<string, string>,
): (many: number) => Lost {
  const body = (of ?? {}) as { readonly kind?: string };
  const word = REGISTRY.get(body.kind ?? '')?.word ?? 'step';
  const deckId = deckOf(body);
  const steps = (many: number): string =>
    word === 'answer' ? plural(many, '1 answer', '# answers') : `${many} × “${word}”`;
  if (deckId === undefined) return (many) => ({ name: steps(many), why: withoutReason(why) });
  const name = t`to cards of the deck “${decks.get(deckId) ?? deckId}”`;
  const reason = decks.has(deckId) ? withoutReason(why) : DECK_IS_LOST;
  return (many) => ({ name: `${steps(many)} ${name}`, why: reason });
}

/** The deck that a step is about. What a person made has no deck in its ids. */
function deckOf(body: { readonly kind?: string }): string | undefined {
  const kind = REGISTRY.get(body.kind ?? '');
  const about = kind?.about(body as never) as About | undefined;
  const [first] = [...(about?.cardIds ?? []), ...(about?.noteIds ?? [])];
  const end = first?.indexOf(':') ?? -1;
  return end > 0 ? first?.slice(0, end) : undefined;
}

function withoutReason(why: string): string {
  return t`${why} A step before, which is lost, had brought what this one needs. It is kept, and does not count.`;
}

const DECK_IS_LOST = t`the step that brought the deck is lost. They are kept, and count nowhere until the deck’s step comes back from a copy`;
