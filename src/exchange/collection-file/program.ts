import { t } from '../../kernel/texts.ts';

/** What the files of this program say wrote them; a test holds it to package.json. */
export const PROGRAM = t`Rounds 0.1.0`;
