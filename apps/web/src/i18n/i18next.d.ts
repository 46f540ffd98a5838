import 'i18next';
import type { catalogue } from './en/catalogue.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words';
    resources: { words: typeof catalogue };
    returnNull: false;
  }
}
