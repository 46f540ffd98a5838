import {
  calibrate,
  estimateAbility,
  itemFit,
  itemStatistics,
  rudner,
  standardErrors,
  testStatistics,
} from '#libs/psychometrics';
import type { Mark } from '#libs/psychometrics';

export function example(marks: readonly (readonly Mark[])[]): string[] {
  // Classical statistics of one form: a row a person, a column an item, here of one mark each.
  const maxMarks = (marks[0] ?? []).map(() => 1);
  const { alpha, sem } = testStatistics(marks, maxMarks);
  const weak = itemStatistics(marks, maxMarks).flatMap(({ discrimination }, item) =>
    (discrimination ?? 0) < 0.1 ? [item] : [],
  );

  // Calibration: categories instead of marks; null says nothing, an omission is wrong.
  const responses = marks.map((row) =>
    row.map((mark) => (mark === 'omitted' ? 0 : typeof mark === 'number' ? mark : null)),
  );
  const calibration = calibrate(
    responses,
    maxMarks.map(() => '2pl'),
  );
  const errors = standardErrors(calibration);
  const fit = itemFit(calibration);

  // Ability and the decision's accuracy, with a pass mark on the scale of ability.
  const usable = calibration.items.flatMap(({ item }, place) => (item ? [{ item, place }] : []));
  const cut = -0.2;
  const abilities = responses.map((row) =>
    estimateAbility(
      usable.map(({ item }) => item),
      usable.map(({ place }) => row[place] ?? null),
      { method: 'eap' },
    ),
  );
  const known = abilities.flatMap((found) => (found.outcome === 'estimated' ? [found] : []));
  const decision = rudner(
    known.map(({ theta }) => theta),
    known.map(({ se }) => se),
    [cut],
  );
  return [
    `alpha ${alpha?.toFixed(2)}, SEM ${sem?.toFixed(2)} marks, ${weak.length} weak items`,
    `${calibration.outcome}, standard errors ${errors.outcome}, ` +
      `${fit.filter((one) => (one?.p ?? 1) < 0.01).length} items that do not fit`,
    `${(100 * decision.accuracy).toFixed(0)} % of the decisions are right`,
  ];
}
