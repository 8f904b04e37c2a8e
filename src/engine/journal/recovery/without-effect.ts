import type { About } from '../../../log/kind.ts';
import { REGISTRY } from '../../../log/registry.ts';
import type { KeptStep, Lost } from '../steps-in-journal.ts';

/**
 * Steps that came back and could not be done, because a step before them is lost: together where
 * they are of one kind, about one deck, and failed for one reason. `decks`: those that are there.
 */
export function namedWithoutEffect(
  refused: readonly { readonly id: string; readonly why: string }[],
  steps: ReadonlyMap<string, KeptStep>,
  decks: ReadonlyMap<string, string>,
): Lost[] {
  const alike = new Map<string, { readonly lost: (many: number) => Lost; many: number }>();
  for (const { id, why } of refused) {
    const lost = named(steps.get(id), why, decks);
    const key = JSON.stringify(lost(1));
    const found = alike.get(key);
    if (found) found.many++;
    else alike.set(key, { lost, many: 1 });
  }
  return [...alike.values()].map(({ lost, many }) => lost(many));
}

function named(
  step: KeptStep | undefined,
  why: string,
  decks: ReadonlyMap<string, string>,
): (many: number) => Lost {
  const body = (step?.body ?? {}) as { readonly kind?: string };
  const word = REGISTRY.get(body.kind ?? '')?.word ?? 'step';
  const deckId = deckOf(body);
  const steps = (many: number): string =>
    word === 'answer' ? (many === 1 ? '1 answer' : `${many} answers`) : `${many} × “${word}”`;
  if (deckId === undefined) return (many) => ({ name: steps(many), why: withoutReason(why) });
  const name = `to cards of the deck “${decks.get(deckId) ?? deckId}”`;
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
  return `${why} A step before, which is lost, had brought what this one needs. It is kept, and does not count.`;
}

const DECK_IS_LOST =
  'the step that brought the deck is lost. They are kept, and count nowhere until the deck’s step comes back from a copy';
