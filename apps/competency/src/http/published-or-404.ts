import { Problem } from '#libs/service-kit';
import type { PublishedFramework } from '../domain/framework/framework.ts';
import type { Frameworks } from '../store/frameworks.ts';

export async function publishedOr404(
  frameworks: Frameworks,
  idOrCode: string,
  version: number,
): Promise<PublishedFramework> {
  const row = await frameworks.find(idOrCode);
  const document = row === null ? undefined : await frameworks.published(row.frameworkId, version);
  if (document === undefined) throw new Problem('not-found');
  return document;
}
