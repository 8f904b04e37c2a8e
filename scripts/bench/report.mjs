/** Ratios, what they moved against the baselines, and the table for a person. */

const RESAMPLES = 2_000;
/** Medians of the same code differ by so much from run to run on a busy machine: not called a move. */
const NOISE = 0.35;

/**
 * A measurement's result: ratio of medians with the interval that holds it in 95 of 100 resamples.
 * `part`: of another quantile than the median.
 */
export function ratioOf({ name, size, aim, against, part = 0.5 }, { millis, rawMillis }) {
  // As it is shown, so that what is met is seen to be.
  const ratio = round(quantile(millis, part) / quantile(rawMillis, part));
  const [ratioLow, ratioHigh] = interval(millis, rawMillis, part);
  return {
    name,
    size,
    against,
    ratio,
    ratioLow: round(ratioLow),
    ratioHigh: round(ratioHigh),
    medianMillis: round(median(millis)),
    p95Millis: round(quantile(millis, 0.95)),
    rawMedianMillis: round(median(rawMillis)),
    rawP95Millis: round(quantile(rawMillis, 0.95)),
    runs: millis.length,
    aim: aim ?? null,
    met: aim === undefined ? null : ratio <= aim,
  };
}

/** Each result with its baseline and whether it moved by more than noise. */
export function compared(results, baselines) {
  return results.map((result) => {
    const before = baselines?.ratios.find(
      ({ name, size }) => name === result.name && size === result.size,
    );
    return before ? { ...result, baseline: before.ratio, moved: movement(before, result) } : result;
  });
}

function movement(before, now) {
  const change = now.ratio / before.ratio;
  if (change > 1 + NOISE && now.ratioLow > before.ratioHigh) return 'slower';
  if (change < 1 / (1 + NOISE) && now.ratioHigh < before.ratioLow) return 'faster';
  return 'no';
}

export function table({ machine, collections, inconsistencies, notes, results }, baselines) {
  const lines = [
    `${machine.cores} cores, Chromium ${machine.chromium}; ms are median / 95th percentile.`,
    ...collections.map(
      ({ cards, notes, reviews, operations, due, lanes }) =>
        `${number(cards)} cards of ${number(notes)} notes; ${number(due)} due, ${number(lanes.new ?? 0)} new, ${number(lanes.learning ?? 0)} learning, ${number(lanes.out ?? 0)} suspended; ${number(reviews)} reviews and ${number(operations)} operations in the log.`,
    ),
    ...soundness(inconsistencies),
    '',
    row(['', 'cards', 'Rounds', 'against', 'ratio', '', 'aim', 'baseline', 'compared with']),
    ...results.map((result) =>
      row([
        result.name,
        number(result.size),
        `${result.medianMillis} / ${result.p95Millis}`,
        `${result.rawMedianMillis} / ${result.rawP95Millis}`,
        result.ratio.toFixed(2),
        `${result.ratioLow.toFixed(2)}–${result.ratioHigh.toFixed(2)}`,
        result.aim === null ? '' : `${result.aim} ${result.met ? 'met' : 'missed'}`,
        result.baseline === undefined ? '' : baselineText(result),
        result.against,
      ]),
    ),
  ];
  if (notes.length > 0) lines.push('', ...notes);
  if (!baselines) lines.push('', 'No baselines yet; --save keeps these ratios.');
  return `${lines.join('\n')}\n`;
}

/** undefined: it was not looked at. */
function soundness(inconsistencies) {
  if (!inconsistencies) return [];
  return inconsistencies.length === 0
    ? ['The generated rows are what the program makes of its own operations.']
    : [`The generated rows are NOT what the program makes of them: ${inconsistencies.join(', ')}.`];
}

function baselineText({ baseline, moved }) {
  return moved === 'no' ? `${baseline}` : `${baseline}, now ${moved}`;
}

function row(cells) {
  const widths = [25, 8, 16, 16, 6, 12, 11, 16, 0];
  return cells
    .map((cell, index) => cell.padEnd(widths[index] ?? 0))
    .join(' ')
    .trimEnd();
}

/** Bootstrap of the ratio of medians (Efron 1979), seeded so that a report repeats. */
function interval(millis, rawMillis, part) {
  let state = 12345;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x1_0000_0000;
  };
  const again = (values) => values.map(() => values[Math.floor(next() * values.length)] ?? 0);
  const ratios = Array.from(
    { length: RESAMPLES },
    () => quantile(again(millis), part) / quantile(again(rawMillis), part),
  );
  return [quantile(ratios, 0.025), quantile(ratios, 0.975)];
}

function median(values) {
  return quantile(values, 0.5);
}

/** Linear interpolation between the two nearest values. */
function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const low = sorted[Math.floor(at)] ?? 0;
  const high = sorted[Math.ceil(at)] ?? low;
  return low + (high - low) * (at - Math.floor(at));
}

function round(value) {
  return Math.round(value * 100) / 100;
}

function number(value) {
  return value.toLocaleString('en');
}
