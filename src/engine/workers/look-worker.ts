import { createWebJournal } from '../../platform/journal/web-journal.ts';
import type { DatabasePlace } from '../../store/place/place.ts';
import { buildLook } from '../look/build-look.ts';
import { type Port, serve } from '../rpc.ts';

/** A copy that is to be built, and where. */
export interface LookAsked {
  readonly place: DatabasePlace;
  readonly content: Blob;
}

/** The entry of the worker that builds a copy's collection to be looked at, so that no screen waits. */
serve(globalThis as unknown as Port, {
  async answer(_name, asked, watch) {
    const { place, content } = asked as LookAsked;
    return buildLook(content, place, createWebJournal(onlyRead), watch);
  },
  hear() {},
});

function onlyRead(): never {
  throw new Error('A look only reads the journal.');
}
