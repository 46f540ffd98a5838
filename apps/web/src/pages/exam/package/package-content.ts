import type { Delivery } from '#libs/qti';
import type { Language, Localised } from '../../../i18n/languages.ts';

/** What the player uses of an item's delivery. */
export type DeliveredItem = Pick<Delivery, 'body' | 'responses'>;

export interface PackagedItem {
  itemId: string;
  position: number;
  delivery: Partial<Record<Language, DeliveredItem>>;
}

export interface PackageContent {
  title: Localised;
  languages: Language[];
  items: PackagedItem[];
}
