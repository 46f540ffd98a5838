import type { Language } from '../../../i18n/languages.ts';

interface Listed {
  prompt: string;
  choices: string[];
}

export interface PracticeWords {
  single: Listed;
  several: Listed;
  order: Listed;
  match: { prompt: string; left: string[]; right: string[] };
  number: { prompt: string; before: string; after: string };
}

export const practiceWords: Readonly<Record<Language, PracticeWords>> = {
  en: {
    single: {
      prompt: 'One answer is right. What happens to an answer when the connection fails?',
      choices: [
        'It is lost and has to be given again.',
        'It is kept on this computer and sent as soon as the connection is back.',
        'The exam stops until the connection is back.',
        'The invigilator writes it down.',
      ],
    },
    several: {
      prompt: 'Several answers may be right. What can you do until you hand in?',
      choices: [
        'Go back to an earlier question.',
        'Change an answer.',
        'Flag a question to look at it again.',
        'Ask another candidate.',
      ],
    },
    order: {
      prompt: 'Put the steps of an exam into their order.',
      choices: [
        'Hand in.',
        'Read the rules and confirm the declaration.',
        'Review which questions have no answer.',
        'Answer the questions.',
      ],
    },
    match: {
      prompt: 'Which key does what?',
      left: ['Goes to the next question', 'Flags the question', 'Shows the list of keys'],
      right: ['F', '?', 'N'],
    },
    number: {
      prompt: 'Type a number. How many questions has this practice exam?',
      before: 'It has',
      after: 'questions.',
    },
  },
  ru: {
    single: {
      prompt: 'Верен один ответ. Что происходит с ответом, когда пропадает связь?',
      choices: [
        'Он теряется, и его нужно дать снова.',
        'Он хранится на этом компьютере и уходит, как только связь вернётся.',
        'Экзамен останавливается, пока связь не вернётся.',
        'Его записывает наблюдатель.',
      ],
    },
    several: {
      prompt: 'Верными могут быть несколько ответов. Что можно делать до сдачи?',
      choices: [
        'Вернуться к прежнему вопросу.',
        'Изменить ответ.',
        'Отметить вопрос, чтобы посмотреть на него ещё раз.',
        'Спросить другого кандидата.',
      ],
    },
    order: {
      prompt: 'Расставьте шаги экзамена по порядку.',
      choices: [
        'Сдать экзамен.',
        'Прочитать правила и подтвердить заявление.',
        'Проверить, на какие вопросы нет ответа.',
        'Ответить на вопросы.',
      ],
    },
    match: {
      prompt: 'Какая клавиша что делает?',
      left: ['Переходит к следующему вопросу', 'Отмечает вопрос', 'Показывает список клавиш'],
      right: ['F', '?', 'N'],
    },
    number: {
      prompt: 'Введите число. Сколько вопросов в этом пробном экзамене?',
      before: 'В нём вопросов:',
      after: '',
    },
  },
  tg: {
    single: {
      prompt: 'Як ҷавоб дуруст аст. Вақте ки алоқа канда мешавад, бо ҷавоб чӣ мешавад?',
      choices: [
        'Он гум мешавад ва бояд аз нав дода шавад.',
        'Он дар ин компютер нигоҳ дошта мешавад ва баъди барқарор шудани алоқа фиристода мешавад.',
        'Имтиҳон то барқарор шудани алоқа меистад.',
        'Нозир онро навишта мегирад.',
      ],
    },
    several: {
      prompt: 'Якчанд ҷавоб дуруст буда метавонад. То супоридан чӣ кор кардан мумкин аст?',
      choices: [
        'Ба саволи пешина баргаштан.',
        'Ҷавобро тағйир додан.',
        'Саволро қайд кардан, то боз ба он нигаред.',
        'Аз довталаби дигар пурсидан.',
      ],
    },
    order: {
      prompt: 'Қадамҳои имтиҳонро ба тартиб гузоред.',
      choices: [
        'Супоридани имтиҳон.',
        'Хондани қоидаҳо ва тасдиқи изҳорот.',
        'Санҷидани он ки кадом саволҳо ҷавоб надоранд.',
        'Ҷавоб додан ба саволҳо.',
      ],
    },
    match: {
      prompt: 'Кадом тугма чӣ кор мекунад?',
      left: [
        'Ба саволи навбатӣ мегузарад',
        'Саволро қайд мекунад',
        'Рӯйхати тугмаҳоро нишон медиҳад',
      ],
      right: ['F', '?', 'N'],
    },
    number: {
      prompt: 'Рақам нависед. Ин имтиҳони озмоишӣ чанд савол дорад?',
      before: 'Шумораи саволҳо:',
      after: '',
    },
  },
};
