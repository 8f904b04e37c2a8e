import { canonical } from '../../../kernel/canonical.ts';
import type { DeviceId } from '../../../kernel/ids.ts';
import type { ChosenFolder } from '../../../platform/folder/chosen-folder.ts';
import type { StoredBody } from '../../../store/log/payloads.ts';
import { bodyOf } from '../bodies.ts';
import { idOf, type KeptStep, stepsInJournal } from '../steps-in-journal.ts';

/**
 * Adds to `steps` what the journal in the folder of the person's own has of `wanted`, and takes it out
 * there; how many that were not there as they are. A folder that cannot be read has none.
 */
export async function stepsInFolder(
  { known, journal }: ChosenFolder,
  steps: Map<string, KeptStep>,
  wanted: Set<string>,
  isInForce: (step: KeptStep) => boolean,
): Promise<number> {
  const folder = await known();
  if (!folder.ok || !folder.value?.mayUse) return 0;
  const devices = new Map([...wanted].map((id) => [id.slice(0, -11) as DeviceId, 0]));
  const read = await stepsInJournal(journal, devices, isInForce, () => true);
  if (!read.ok) return 0;
  let found = 0;
  for (const id of wanted) {
    const step = read.value.steps.get(id);
    if (!step || read.value.doubted.has(id)) continue;
    const body = await bodyOf(step.body as StoredBody, journal);
    if (!body.ok) continue;
    const whole = { ...step, body: body.value };
    // A line that was only doubted may be as it was.
    const isSame = canonical(steps.get(id) ?? null) === canonical(whole);
    wanted.delete(id);
    if (isSame) continue;
    steps.set(idOf(step), whole);
    found++;
  }
  return found;
}
