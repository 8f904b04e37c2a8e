/** `expect` for the end-to-end tests: Playwright's, which waits without describing the page. */
import { expect as playwrights, type Locator } from '@playwright/test';

/** A window that opens beside others on a busy machine is late and not wrong. */
export const EXPECTED_WITHIN_MILLIS = 60_000;

interface Limit {
  readonly timeout?: number;
}
/** For one look, after which it fails. */
const AT_ONCE: Limit = { timeout: 1_000 };

/**
 * While what is expected has not come, Playwright's matchers work out an accessibility tree of the
 * whole page at every look, for a message that is hardly ever printed. These wait by `waitFor`,
 * which looks as often and for the same, and leave it to Playwright's to fail with their message.
 */
export const expect = playwrights.extend({
  async toBeVisible(locator: Locator, limit?: Limit) {
    const { isNot } = this;
    if (await comes(locator, isNot ? 'hidden' : 'visible', limit)) return passed(isNot);
    const now = playwrights(locator);
    return judged(isNot, (isNot ? now.not : now).toBeVisible(AT_ONCE));
  },
  async toBeHidden(locator: Locator, limit?: Limit) {
    const { isNot } = this;
    if (await comes(locator, isNot ? 'visible' : 'hidden', limit)) return passed(isNot);
    const now = playwrights(locator);
    return judged(isNot, (isNot ? now.not : now).toBeHidden(AT_ONCE));
  },
  async toBeFocused(locator: Locator, limit?: Limit) {
    const { isNot } = this;
    const now = playwrights(locator);
    if (isNot) return judged(isNot, now.not.toBeFocused(limit));
    const isThere = await comes(locator, 'attached', limit);
    return judged(isNot, now.toBeFocused(isThere ? limit : AT_ONCE));
  },
});

async function comes(
  locator: Locator,
  state: 'visible' | 'hidden' | 'attached',
  { timeout = EXPECTED_WITHIN_MILLIS }: Limit = {},
): Promise<boolean> {
  try {
    await locator.waitFor({ state, timeout });
    return true;
  } catch {
    // Late, or more than one, or no page any more: Playwright's own matcher says which.
    return false;
  }
}

function passed(isNot: boolean) {
  return { pass: !isNot, message: () => '' };
}

/** What Playwright's own matcher comes to, with `not` where it is asked with it. */
async function judged(isNot: boolean, matcher: Promise<void>) {
  try {
    await matcher;
    return passed(isNot);
  } catch (error) {
    return { pass: isNot, message: () => (error instanceof Error ? error.message : String(error)) };
  }
}
