/** docs/help/README.md and the pages that it lists, in its order (help.config.ts). */
declare module '*?help' {
  const pages: readonly import('./help-page.ts').HelpPage[];
  export default pages;
}
