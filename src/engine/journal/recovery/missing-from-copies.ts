import type { CopiesPlace } from '../../../platform/copies/copies-place.ts';
import { inFileWords } from '../../../exchange/collection-file/bad-file.ts';
import {
  openCollectionFile,
  type OpenedFile,
} from '../../../exchange/collection-file/open-file.ts';
import type { DeviceId } from '../../../kernel/ids.ts';
import { decodeLog } from '../../../log/text/decode-log.ts';
import { nextNumberOf } from '../../../store/device/newest-of.ts';
import type { RoundsDatabase } from '../../../store/schema.ts';
import { blobBytes } from '../../copies/blob-bytes.ts';
import type { Missing } from './missing.ts';
import { copiesInOrder } from './steps-in-copies.ts';
import { counterOf } from '../steps-in-journal.ts';

/**
 * What a copy has and the database lacks, where there is no journal to ask. A database without a
 * step lacks all of it; one that has some lacks something where the copy goes on under this device's
 * own name, whose numbers never go back.
 */
export async function missingFromCopies(
  store: RoundsDatabase,
  place: CopiesPlace,
): Promise<Missing | undefined> {
  const device = await store.device.get('device');
  if (device?.hasReadCopies) return undefined;
  const isAll = (await store.operations.count()) === 0;
  const copies = await copiesInOrder(place);
  if (copies.length === 0) return undefined;
  const nothing = { from: new Map(), to: new Map(), isAll, isFromCopies: true };
  for (const { name } of copies) {
    const content = await place.open(name);
    if (!content.ok) continue;
    const opened = await inFileWords(() => openCollectionFile(blobBytes(content.value)));
    if (!opened.ok) continue;
    if (isAll) return { ...nothing, operations: opened.value.manifest.counts.operations };
    if (!device) return undefined;
    const beyond =
      (await endIn(opened.value, device.deviceId)) -
      Math.max(device.nextCounter, await nextNumberOf(store, device.deviceId));
    return beyond > 0 ? { ...nothing, operations: beyond } : undefined;
  }
  // Not one can be read: that is said, and by name, before anything else begins.
  return isAll ? { ...nothing, operations: 0 } : undefined;
}

/** The number after a device's last in a file; 0 where it has none, or its end cannot be read. */
async function endIn(file: OpenedFile, deviceId: DeviceId): Promise<number> {
  const last = file.manifest.files.findLast(({ path }) => path.startsWith(`journal/${deviceId}/`));
  const read = last && (await inFileWords(() => file.read(last)));
  if (!read?.ok) return 0;
  const { operations } = decodeLog(new TextDecoder().decode(read.value));
  return counterOf(operations.at(-1)) + 1;
}
