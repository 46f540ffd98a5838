import type { faults as english } from '../en/faults.ts';
import type { Words } from '../words-type.ts';

export const faults: Words<typeof english> = {
  arrayMaxSize: 'Слишком много.',
  arrayMinSize: 'Выберите хотя бы одно.',
  arrayNotEmpty: 'Выберите хотя бы одно.',
  arrayUnique: 'Одно и то же указано дважды.',
  isArray: 'Выберите из списка.',
  isBoolean: 'Выберите да или нет.',
  isDate: 'Введите дату.',
  isIn: 'Выберите из списка.',
  isInt: 'Введите целое число.',
  isLength: 'Слишком коротко или слишком длинно.',
  isNotEmpty: 'Заполните это поле.',
  isNumber: 'Введите число.',
  isString: 'Заполните это поле.',
  isUrl: 'Введите полный адрес в интернете.',
  isUuid: 'Выберите из списка.',
  legalDate: 'Введите существующую дату: год, месяц, день.',
  matches: 'Здесь требуется запись другого вида.',
  max: 'Число слишком велико.',
  maxLength: 'Слишком длинно.',
  min: 'Число слишком мало.',
  minLength: 'Слишком коротко.',
};
