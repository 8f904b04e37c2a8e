import { openDatabase } from '../../store/open.ts';
import { type DatabasePlace, ownPlace } from '../../store/place/place.ts';
import type { RoundsDatabase } from '../../store/schema.ts';
import { StartProblem } from '../kit/page/start-problem.tsx';
import { Starting } from '../kit/page/starting.tsx';
import { show } from './screen.tsx';
import { DOING } from './start-words.ts';
import { puttingBack, type StartUnderWay } from './under-way.tsx';

/**
 * The database of this window, open; where it cannot be read and the person wants that, a new one, into
 * which everything is put back. undefined: it could not be opened, which is said.
 */
export async function openCards(underWay: StartUnderWay): Promise<RoundsDatabase | undefined> {
  const open = (place: DatabasePlace) =>
    openDatabase(
      () => crypto.randomUUID(),
      (why) => underWay.closed(why),
      place,
      (doing, done, total) => show(<Starting doing={DOING[doing]} {...{ done, total }} />),
      {
        follows: underWay.part === 'follows',
        workOut: async (place, watch) => (await puttingBack()).workOut(place, watch),
        beforeUpgrade: async (older) => {
          const { copyBeforeIt } = await import('./put-back/copies-at-start.tsx');
          await copyBeforeIt(older, underWay.parts);
        },
      },
    );
  let opened = await open(await ownPlace());
  const unreadable = !opened.ok && opened.isUnreadable ? opened.problem : undefined;
  if (unreadable && (await underWay.isPuttingBackWanted(unreadable))) {
    const { rememberPutAside } = await puttingBack();
    rememberPutAside(await ownPlace(), Date.now());
    opened = await open(await ownPlace({ isNew: true }));
  }
  if (opened.ok) return opened.value;
  show(<StartProblem problem={opened.problem} />);
  return undefined;
}
