// Machine-drafted Tajik; to be read and mended by a native speaker.
import type { faults as english } from '../en/faults.ts';
import type { Words } from '../words-type.ts';

export const faults: Words<typeof english> = {
  arrayMaxSize: 'Хеле зиёд аст.',
  arrayMinSize: 'Ҳадди ақал якеро интихоб кунед.',
  arrayNotEmpty: 'Ҳадди ақал якеро интихоб кунед.',
  arrayUnique: 'Як чиз ду бор зикр шудааст.',
  isArray: 'Аз рӯйхат интихоб кунед.',
  isBoolean: 'Ҳа ё не-ро интихоб кунед.',
  isDate: 'Санаро нависед.',
  isIn: 'Аз рӯйхат интихоб кунед.',
  isInt: 'Адади бутун нависед.',
  isLength: 'Хеле кӯтоҳ ё хеле дароз аст.',
  isNotEmpty: 'Ин майдонро пур кунед.',
  isNumber: 'Адад нависед.',
  isString: 'Ин майдонро пур кунед.',
  isUrl: 'Нишонии пурраи интернетро нависед.',
  isUuid: 'Аз рӯйхат интихоб кунед.',
  legalDate: 'Санаи мавҷударо нависед: сол, моҳ, рӯз.',
  matches: 'Дар ин ҷо шакли дигар лозим аст.',
  max: 'Адад хеле калон аст.',
  maxLength: 'Хеле дароз аст.',
  min: 'Адад хеле хурд аст.',
  minLength: 'Хеле кӯтоҳ аст.',
};
