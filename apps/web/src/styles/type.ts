import cyrillic from '@fontsource-variable/golos-text/files/golos-text-cyrillic-wght-normal.woff2?url';
import latin from '@fontsource-variable/golos-text/files/golos-text-latin-wght-normal.woff2?url';
import type { Language } from '../i18n/languages.ts';

/** Asks for the script in use before the style sheet does; the others come only when a page needs them. */
export function preloadType(language: Language): void {
  const link = document.createElement('link');
  link.rel = 'preload';
  link.as = 'font';
  link.type = 'font/woff2';
  link.crossOrigin = 'anonymous';
  link.href = language === 'en' ? latin : cyrillic;
  document.head.append(link);
}
