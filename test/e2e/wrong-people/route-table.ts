// Who may call each route, and whose the thing is that its {id} names. A route without a row and a row
// without a route fail. `who` is a word below or the permissions, of which one is enough; `of` is
// what belongs to a person or an agency and is not there for anybody else.
import type { Owned } from './belongings.ts';

/** attempt, sign-in: opened by the token or cookie of one attempt or sign-in. operator: nobody from outside. */
const WORDS = ['anyone', 'signed-in', 'attempt', 'sign-in', 'operator'] as const;
type Word = (typeof WORDS)[number];

export interface Row {
  readonly who: Word | readonly string[];
  readonly of: Owned | null;
}

const EVERY_SERVICE = `
  GET    health/live                            anyone
  GET    health/ready                           anyone
  GET    metrics                                operator
  PUT    clock                                  system.clock
  GET    audit                                  audit.read
  GET    audit/check                            audit.read
  GET    dead-letters                           deadletters.manage
  POST   dead-letters/{id}/replay               deadletters.manage
  POST   dead-letters/{id}/set-aside            deadletters.manage
  POST   dead-letters/rebuild-copies            deadletters.manage
  POST   dead-letters/republish                 deadletters.manage`;

const OWN: Readonly<Record<string, string>> = {
  identity: `
  GET    accounts                               accounts.manage
  POST   accounts                               accounts.manage
  GET    accounts/{id}                          accounts.manage                        account
  PATCH  accounts/{id}                          accounts.manage                        account
  POST   accounts/{id}/lock                     accounts.manage                        account
  POST   accounts/{id}/unlock                   accounts.manage                        account
  POST   accounts/{id}/reset-password           accounts.manage                        account
  GET    clients                                accounts.manage
  POST   clients                                accounts.manage
  POST   clients/{id}/lock                      accounts.manage                        client
  POST   clients/{id}/unlock                    accounts.manage                        client
  POST   clients/{id}/rotate                    accounts.manage                        client
  GET    interaction/{uid}                      sign-in
  POST   interaction/{uid}/sign-in              sign-in
  POST   interaction/{uid}/new-password         sign-in
  GET    me                                     signed-in
  PATCH  me                                     signed-in
  POST   me/password                            signed-in
  GET    signing-keys                           accounts.manage
  POST   signing-keys                           accounts.manage`,

  competency: `
  GET    frameworks                             signed-in
  POST   frameworks                             frameworks.edit
  GET    frameworks/{id}/draft                  frameworks.edit frameworks.publish
  PUT    frameworks/{id}/draft                  frameworks.edit
  POST   frameworks/{id}/draft/discard          frameworks.edit
  POST   frameworks/{id}/publish                frameworks.publish
  GET    frameworks/{id}/versions/{version}     signed-in
  GET    public/frameworks                      anyone
  GET    public/frameworks/{id}                 anyone
  GET    public/frameworks/{id}/{version}       anyone
  GET    public/frameworks/{id}/{version}/competencies/{code}    anyone
  GET    agencies                               signed-in
  POST   agencies                               practitioners.manage
  GET    regions                                signed-in
  POST   regions                                practitioners.manage
  GET    practitioners                          practitioners.read practitioners.manage
  POST   practitioners                          practitioners.manage
  POST   practitioners/names                    practitioners.read
  GET    practitioners/{id}                     practitioners.read practitioners.manage    practitioner
  PATCH  practitioners/{id}                     practitioners.manage                   practitioner
  GET    practitioners/{id}/profile             practitioners.read                     practitioner
  GET    me/practitioner                        signed-in
  GET    me/profile                             signed-in
  POST   attainments                            attainments.record
  POST   attainments/list                       attainments.record
  POST   attainments/{id}/withdraw              attainments.withdraw                   attainment
  GET    national                               national.read
  GET    national.csv                           national.read
  GET    national/training-needs                national.read
  GET    national/training-needs.csv            national.read`,

  'question-bank': `
  GET    items                                  items.write items.review items.publish forms.assemble
  POST   items                                  items.write
  GET    items/{id}                             items.write items.review items.publish forms.assemble
  PUT    items/{id}                             items.write
  POST   items/{id}/submit                      items.write
  POST   items/{id}/versions                    items.write
  POST   items/{id}/review                      items.review
  POST   items/{id}/publish                     items.publish
  GET    items/{id}/preview                     items.write items.review items.publish forms.assemble
  GET    items/{id}/versions/{version}          items.write items.review items.publish forms.assemble
  GET    blueprints                             forms.assemble forms.publish exams.edit
  POST   blueprints                             forms.assemble
  GET    blueprints/{id}                        forms.assemble forms.publish exams.edit
  PUT    blueprints/{id}                        forms.assemble
  POST   blueprints/{id}/publish                forms.publish
  GET    forms                                  forms.assemble forms.publish exams.edit
  POST   forms                                  forms.assemble
  GET    forms/{id}                             forms.assemble forms.publish exams.edit
  POST   forms/{id}/publish                     forms.publish`,

  'exam-delivery': `
  GET    attempts/{id}/state                    attempt                                running attempt
  POST   attempts/{id}/journal                  attempt                                running attempt
  POST   attempts/{id}/submit                   attempt                                running attempt
  GET    me/exams                               exams.sit
  GET    me/attempts                            exams.sit
  GET    me/attempts/{id}/result                exams.sit                              attempt
  GET    sittings/{id}/package                  exams.sit                              sitting
  POST   sittings/{id}/start                    exams.sit                              sitting
  GET    cases                                  cases.read results.decide
  POST   cases/{id}/close                       results.decide                         case
  GET    exams                                  exams.edit exams.publish sittings.manage results.decide results.release
  POST   exams                                  exams.edit
  GET    exams/{id}                             exams.edit exams.publish sittings.manage results.decide results.release
  PUT    exams/{id}                             exams.edit
  POST   exams/{id}/publish                     exams.publish
  GET    packages/{digest}                      anyone
  GET    receipt-key                            anyone
  GET    attempts/{id}/case                     signed-in                              attempt
  GET    attempts/{id}/case/scoring             scoring.read                           attempt
  POST   attempts/{id}/void                     attempts.void                          attempt
  POST   attempts/{id}/release                  results.release                        attempt
  POST   attempts/{id}/decisions                results.decide                         attempt
  GET    sittings                               sittings.manage results.decide results.release attempts.void cases.read
  POST   sittings                               sittings.manage
  GET    sittings/{id}                          sittings.manage results.decide results.release attempts.void cases.read    sitting
  POST   sittings/{id}/enrolments               sittings.manage                        sitting
  POST   sittings/{id}/enrolments.csv           sittings.manage                        sitting
  GET    sittings/{id}/progress                 sittings.manage attempts.void          sitting
  GET    sittings/{id}/results                  results.decide results.release sittings.manage cases.read    sitting
  GET    sittings/{id}/results.csv              results.decide results.release sittings.manage cases.read    sitting
  POST   sittings/{id}/release                  results.release                        sitting`,

  certificates: `
  GET    schemes                                schemes.edit schemes.publish certificates.read certificates.issue
  POST   schemes                                schemes.edit
  GET    schemes/{id}                           schemes.edit schemes.publish certificates.read certificates.issue
  PUT    schemes/{id}                           schemes.edit
  GET    schemes/{id}/versions                  schemes.edit schemes.publish certificates.read certificates.issue
  GET    schemes/{id}/publication               schemes.edit schemes.publish
  GET    schemes/{id}/ready                     certificates.issue
  POST   schemes/{id}/publish                   schemes.publish
  GET    public/schemes/{id}/{version}          anyone
  POST   verify                                 anyone
  GET    verify/{code}                          anyone
  POST   verify/batch                           registry.verify
  GET    trust                                  anyone
  GET    certificates                           certificates.read
  POST   certificates                           certificates.issue
  GET    me/certificates                        signed-in
  GET    certificates/{id}                      signed-in                              certificate
  GET    certificates/{id}/credential           signed-in                              certificate
  GET    certificates/{id}/bundle               signed-in                              certificate
  GET    certificates/{id}/pdf                  signed-in                              certificate
  POST   certificates/{id}/suspend              certificates.suspend                   certificate
  POST   certificates/{id}/reinstate            certificates.suspend                   certificate
  POST   certificates/{id}/withdraw             certificates.withdraw                  certificate
  GET    certificates/{id}/case                 signed-in                              certificate
  GET    cases                                  cases.read
  GET    signing-keys                           keys.replace
  POST   signing-keys                           keys.replace`,
};

/** By `GET service/path`. */
export const ROWS: ReadonlyMap<string, Row> = new Map(
  Object.entries(OWN).flatMap(([service, own]) =>
    `${EVERY_SERVICE}${own}`
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => row(service, line)),
  ),
);

function row(service: string, line: string): [string, Row] {
  const [method = '', path = '', who = '', of = ''] = line.trim().split(/\s{2,}/);
  const word = WORDS.find((one) => one === who);
  return [
    `${method} ${service}/${path}`,
    { who: word ?? who.split(' '), of: of === '' ? null : (of as Owned) },
  ];
}
