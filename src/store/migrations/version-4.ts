import { OUT_PLACES } from '../../domain/study/lane.ts';

/** Cards that are out of sight stand behind those that are suspended, so that they can be counted. */
export function placeOfVersion5(row: { absent: boolean; readyAt: number }): void {
  if (row.absent) row.readyAt = OUT_PLACES.absent;
}
