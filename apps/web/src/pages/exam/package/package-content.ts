import type { ContentNode } from '#libs/qti';
import type { Language, Localised } from '../../../i18n/languages.ts';

/** What one item shows in one language: content without key or scoring. */
export interface DeliveredItem {
  body: readonly ContentNode[];
  responses: readonly { identifier: string; cardinality: string; baseType?: string }[];
}

export interface PackagedItem {
  item: string;
  position: number;
  delivery: Partial<Record<Language, DeliveredItem>>;
}

export interface PackageContent {
  title: Localised;
  languages: Language[];
  items: PackagedItem[];
}
