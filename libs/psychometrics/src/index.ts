export { PsychometricsError } from './error.ts';
export type { PsychometricsErrorCode } from './error.ts';
export { binomialSem, conditionalSem, keatsSem, kr21 } from './classical/conditional-sem.ts';
export type { SemAtScore } from './classical/conditional-sem.ts';
export { itemStatistics } from './classical/item-statistics.ts';
export type { ItemStatistics } from './classical/item-statistics.ts';
export { markTrailingAsNotReached, totalScores } from './classical/marks.ts';
export type { Mark, MarkTable } from './classical/marks.ts';
export { optionStatistics } from './classical/option-statistics.ts';
export type { Choice, OptionStatistics } from './classical/option-statistics.ts';
export { testStatistics } from './classical/test-statistics.ts';
export type { TestStatistics } from './classical/test-statistics.ts';
export {
  expectedScore,
  expectedTotal,
  information,
  logProbabilities,
  probabilities,
  scoreDistribution,
  scoreSem,
  testInformation,
} from './irt/information.ts';
export type { TestInformation } from './irt/information.ts';
export { categories, checkItem } from './irt/item.ts';
export type {
  Graded,
  Item,
  OneParameter,
  PartialCredit,
  ThreeParameter,
  TwoParameter,
} from './irt/item.ts';
export type { Ability, AbilityOptions, Response } from './ability/ability.ts';
export { estimateAbility } from './ability/estimate.ts';
export { calibrate } from './calibration/calibrate.ts';
export type { CalibratedItem, Calibration, CalibrationOptions } from './calibration/calibrate.ts';
export { itemFit } from './calibration/item-fit.ts';
export type { ItemFit } from './calibration/item-fit.ts';
export { standardErrors } from './calibration/standard-errors.ts';
export type { ItemErrors, StandardErrors } from './calibration/standard-errors.ts';
export { link, rescaleItem, rescaleTheta } from './linking/link.ts';
export type { Linking, LinkingOptions } from './linking/link.ts';
export { angoff } from './decision/angoff.ts';
export type { Angoff, AngoffJudge } from './decision/angoff.ts';
export type { Classification } from './decision/classification.ts';
export { livingstonLewis } from './decision/livingston-lewis.ts';
export type { LivingstonLewis, ScoreDistribution } from './decision/livingston-lewis.ts';
export { rudner } from './decision/rudner.ts';
export type { TrueScores } from './decision/true-score.ts';
export { intraclass } from './agreement/intraclass.ts';
export type { Intraclass } from './agreement/intraclass.ts';
export { markerAgreement } from './agreement/marker-agreement.ts';
export type { MarkerAgreement } from './agreement/marker-agreement.ts';
export { markerSeverity } from './agreement/marker-severity.ts';
export type { Marking, MarkerSeverity, Severities } from './agreement/marker-severity.ts';
export { kappaOfTable, weightedKappa } from './agreement/weighted-kappa.ts';
export type { Kappa, KappaWeights } from './agreement/weighted-kappa.ts';
export { itemDif } from './dif/item-dif.ts';
export type { DifOptions, ItemDif } from './dif/item-dif.ts';
export { mantelHaenszel } from './dif/mantel-haenszel.ts';
export type { EtsClass, MantelHaenszel, Stratum } from './dif/mantel-haenszel.ts';
export { facilityDrift } from './drift/facility-drift.ts';
export type { FacilityDrift, Period } from './drift/facility-drift.ts';
export { robustZ, waldDrift } from './drift/parameter-drift.ts';
export type { Estimated, RobustZ, WaldDrift } from './drift/parameter-drift.ts';
export type { Prior } from './adaptive/posterior.ts';
export type { SimulatedTest, SimulationReport } from './adaptive/report.ts';
export { selectItem } from './adaptive/select-item.ts';
export type { BankItem, Selection, SelectionRules } from './adaptive/select-item.ts';
export { simulateAdaptive } from './adaptive/simulate.ts';
export type { SimulationOptions } from './adaptive/simulate.ts';
export { intervalDecision, sprt } from './adaptive/sprt.ts';
export type { Sprt, SprtRule } from './adaptive/sprt.ts';
export { stopsAt } from './adaptive/stop.ts';
export type { Progress, Stop, StopReason, StopRules } from './adaptive/stop.ts';
export { normalRandom, seededRandom } from './numbers/random.ts';
export type { Random } from './numbers/random.ts';
