declare const mediaName: unique symbol;

/** The name users see and fields refer to: one part, NFC, unique in the collection. */
export type MediaName = string & { readonly [mediaName]: 'MediaName' };

/** A stored picture, sound or film. Its bytes are kept once by their SHA-256, under any name. */
export interface MediaFile {
  readonly id: MediaName;
  /** Of the bytes; 64 hex digits. */
  readonly sha256: string;
  readonly bytes: number;
  /** MIME type, told from the bytes. */
  readonly type: string;
  readonly addedAtMillis: number;
}

/** Contents of files deleted so many days ago or less are kept unless the person says otherwise. */
export const KEPT_DAYS = 30;
