import { useEffect, useMemo, useState, useSyncExternalStore, useId } from 'react';
import { speltAs } from '../domain/text/same-name.ts';
import type { RuleId } from '../domain/lint/rules.ts';
import type { LiveName, LiveValue } from '../engine/engine.ts';
import type { FolderStanding } from '../engine/journal/folder/kept-folder.ts';
import type { ArgsOf, NoArgs } from '../engine/queries/context.ts';
import type { LiveQueries } from '../engine/queries/table.ts';
import { canonical } from '../kernel/canonical.ts';
import { useEngine, useReport } from './engine.tsx';
import { useNow } from './use-now.ts';

type Args<Name extends LiveName> = ArgsOf<LiveQueries[Name]>;

/**
 * What a live query answers, drawn again after every write that changes it; undefined until first
 * read. Where it cannot be read any more, the last answer stays, and the reason is said above the
 * screen. With other `args` the answer to those before stays until the new one is there.
 */
export function useQuery<Name extends LiveName>(
  name: Name,
  ...[args]: NoArgs extends Args<Name> ? [args?: Args<Name>] : [args: Args<Name>]
): LiveValue<Name> | undefined {
  const engine = useEngine();
  const report = useReport();
  const asker = useId();
  const [value, setValue] = useState<{ readonly of: LiveValue<Name> }>();
  const key = canonical(args ?? {});
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the arguments
  useEffect(() => {
    const stop = engine.watch(name, (args ?? {}) as Args<Name>, (answer) => {
      if (answer.ok) setValue({ of: answer.value });
      report(asker, answer.ok ? undefined : answer.problem);
    });
    return () => {
      stop();
      report(asker, undefined);
    };
  }, [engine, report, asker, name, key]);
  return value?.of;
}

/** The study day that it is, followed into the next; undefined until first read. */
export function useStudyDay(): LiveValue<'studyDay'> | undefined {
  return useQuery('studyDay', { now: useNow() });
}

/** The tags in use, by name. */
export function useKnownTags(): readonly string[] {
  const decks = useQuery('decks');
  return useMemo(() => speltAs(decks?.flatMap((deck) => deck.sections) ?? []).sort(), [decks]);
}

const NO_RULES: ReadonlySet<RuleId> = new Set();

/** Rules of the card linter that the person does not want to hear of. */
export function useSilencedRules(): ReadonlySet<RuleId> {
  return useQuery('silencedRules') ?? NO_RULES;
}

/** The journal in the folder of the person's own, against the collection; undefined: there is none. */
export function useFolderStanding(): FolderStanding | undefined {
  const { folderJournal } = useEngine();
  return useSyncExternalStore(
    (listener) => folderJournal?.onChange(listener) ?? (() => {}),
    () => folderJournal?.standing,
  );
}
