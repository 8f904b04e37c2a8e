import { t } from '../../kernel/texts.ts';

/** Over plain http from another machine. */
export const NEEDS_HTTPS = {
  what: t`Rounds needs a safe address: to one without https the browser gives no place for cards.`,
  kept: t`Nothing was opened or changed.`,
  todo: t`Open the same address with https:// at its beginning.`,
};
