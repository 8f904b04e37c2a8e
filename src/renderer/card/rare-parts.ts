/** What few cards need, as one file to load. */
export { openHiddenFields } from './hidden/hidden-fields.ts';
export { whatIsOpen } from './hidden/what-is-open.ts';
export { linkTags, tagOfLink } from './links/tag-links.ts';
