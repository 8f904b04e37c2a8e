/**
 * The faults, made really. Of each: `trials` in a whole run, `together` on the same data, `starts`
 * after each; `before`, once, and `fault` are given a Trial. A fault may say itself why it was lost.
 * `isDesktop`: in the desktop shell. `isQuick`: of the few that `npm test` tries, once each; a kind for
 * each way to lose something.
 */
import { desktopOf } from './kinds/desktop.mjs';
import { DRAWN_CARDS } from './kinds/drawn-cards.mjs';
import { FULL_DISK } from './kinds/full-disk.mjs';
import { IMPORTS } from './kinds/imports.mjs';
import { KILLS } from './kinds/kills.mjs';
import { OTHERS } from './kinds/others.mjs';
import { TORN_FILES } from './kinds/torn-files.mjs';

const OF_THE_WEB = [...KILLS, ...DRAWN_CARDS, ...IMPORTS, ...TORN_FILES, ...FULL_DISK, ...OTHERS];

export const KINDS = [...OF_THE_WEB, ...desktopOf(OF_THE_WEB)];
