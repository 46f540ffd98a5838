import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { inTransaction } from '#libs/messaging';
import { appendAudit, newId, Problem, requireMatch, requireMatchIfSent } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import { Desk } from '../desk.ts';
import { editScheme, problemsOf, publishScheme } from '../domain/scheme/scheme.ts';
import type { Scheme, SchemeBody } from '../domain/scheme/scheme.ts';
import { frameworkVersions } from '../store/copies.ts';
import { decideForAll } from '../store/due-decisions.ts';
import { peopleWhoMayFulfil } from '../store/may-fulfil.ts';
import { latestSchemeForUpdate, lockSchemesInForce, saveScheme } from '../store/schemes.ts';
import { nothingToPublish } from './refusals.ts';

/** Drafts and their publication. Who edited a draft does not publish it. */
@Injectable()
export class ManageSchemes {
  constructor(private readonly desk: Desk) {}

  create(caller: CallerIdentity, body: SchemeBody): Promise<Scheme> {
    return inTransaction(this.desk.database, async (tx) => {
      await checkAgainstFramework(tx, body);
      const scheme: Scheme = {
        ...body,
        id: newId(),
        version: 1,
        state: 'draft',
        revision: 1,
        editors: [{ account: caller.account, person: caller.person }],
        publishedAt: null,
        publishedBy: null,
      };
      await saveScheme(tx, scheme);
      return scheme;
    });
  }

  edit(
    caller: CallerIdentity,
    id: string,
    body: SchemeBody,
    ifMatch: string | undefined,
  ): Promise<Scheme> {
    return inTransaction(this.desk.database, async (tx) => {
      const before = await existing(tx, id);
      requireMatch(ifMatch, before.revision);
      await checkAgainstFramework(tx, body);
      const by = { account: caller.account, person: caller.person };
      const scheme = editScheme(before, body, by);
      await saveScheme(tx, scheme);
      return scheme;
    });
  }

  publish(
    caller: CallerIdentity,
    id: string,
    reason: string,
    ifMatch: string | undefined,
  ): Promise<Scheme> {
    return inTransaction(this.desk.database, async (tx) => {
      const before = await existing(tx, id);
      requireMatchIfSent(ifMatch, before.revision);
      await checkAgainstFramework(tx, before);
      await lockSchemesInForce(tx, 'publishing');
      const at = this.desk.now();
      const by = { account: caller.account, person: caller.person };
      const answer = publishScheme(before, by, at.toISOString());
      if (answer.outcome === 'refused') {
        throw answer.reason === 'editor-publishes'
          ? new Problem('forbidden', {
              reason: answer.reason,
              detail: 'Who edited the draft does not publish it.',
            })
          : nothingToPublish();
      }
      await saveScheme(tx, answer.scheme);
      await appendAudit(tx, {
        act: 'scheme.published',
        actor: caller,
        subject: { kind: 'scheme', id },
        reason,
        at,
        data: { version: answer.scheme.version },
      });
      await this.decideOnThoseBefore(tx, answer.scheme, caller);
      return answer.scheme;
    });
  }

  /**
   * Who attained before the publication, and never had a certificate of the scheme, is decided upon like who attains after
   * it. Holders keep what they have. By his own act nobody is certified: the publisher waits for another person's.
   */
  private async decideOnThoseBefore(
    tx: EntityManager,
    scheme: Scheme,
    publisher: CallerIdentity,
  ): Promise<void> {
    if (scheme.issuing !== 'automatic') return;
    const today = this.desk.today();
    const which = { today, agencies: 'all', neverCertified: true } as const;
    const people = await peopleWhoMayFulfil(tx, scheme, which);
    const others = people.filter((person) => person !== publisher.person);
    await decideForAll(tx, others, scheme.id, today);
  }
}

async function existing(tx: EntityManager, id: string): Promise<Scheme> {
  const scheme = await latestSchemeForUpdate(tx, id);
  if (scheme === undefined) throw new Problem('not-found');
  return scheme;
}

async function checkAgainstFramework(tx: EntityManager, body: SchemeBody): Promise<void> {
  const versions = await frameworkVersions(tx, body.frameworkId);
  const framework = versions.find((one) => one.version === body.frameworkVersion);
  if (framework === undefined) {
    throw new Problem('unprocessable', {
      reason: 'framework-unknown',
      detail: 'That version of the framework is not published, or its news has not come yet.',
      errors: [
        { field: 'frameworkVersion', message: 'is not known here', code: 'framework-unknown' },
      ],
    });
  }
  const errors = problemsOf(body, framework);
  if (errors.length > 0) {
    throw new Problem('unprocessable', {
      reason: 'scheme-does-not-fit',
      detail: 'The scheme does not fit the framework.',
      errors: errors.map((error) => ({ ...error, code: 'scheme-does-not-fit' })),
    });
  }
}
