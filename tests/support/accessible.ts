import axe from 'axe-core';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const OF_COLOURS = axe
  .getRules(STANDARDS)
  .filter(({ tags }) => tags.includes('cat.color'))
  .map(({ ruleId }) => ruleId);
if (OF_COLOURS.length === 0) throw new Error('axe-core names no rules of colours');

/**
 * What axe-core finds on the page as it is, in light and in dark, one line each. In dark only the
 * rules of colours judge: what is there is the same. Leaves the page in light; `without`: rules
 * that judge a whole page, where a part stands alone.
 */
export async function problemsInLightAndDark(
  place: Element | Document = document,
  without: readonly string[] = [],
): Promise<string[]> {
  const root = document.documentElement;
  const found: string[] = [];
  for (const [theme, runOnly] of [
    ['light', STANDARDS],
    ['dark', OF_COLOURS],
  ] as const) {
    root.dataset.theme = theme;
    await coloursChanged();
    const { violations } = await axe.run(place, {
      runOnly: [...runOnly],
      rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
      // No script runs in a card's frame, axe-core's neither: it would only be waited for.
      iframes: false,
      resultTypes: ['violations'],
    });
    for (const { id, nodes } of violations) {
      for (const { target, failureSummary } of nodes) {
        found.push(`${theme}: ${id}: ${target.join(' ')} ${failureSummary ?? ''}`);
      }
    }
  }
  root.dataset.theme = 'light';
  await coloursChanged();
  return found;
}

async function coloursChanged(): Promise<void> {
  const transitions = document.getAnimations().filter((each) => each instanceof CSSTransition);
  // One that is cut off by another rejects, and the other stands in the list.
  await Promise.allSettled(transitions.map(({ finished }) => finished));
}
