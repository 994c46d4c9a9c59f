import { askControl } from './askControl';
import { askNote } from './askNote';
import { askStyle } from './askStyle';
import { askWords } from './askWords';
import { enAsk } from './copy/enAsk';
import { question } from './question';
import { toAnswer } from './toAnswer';

/**
 * The chunk that asks: questions in a popup, and what the preference centre shares with them. One object, so that all of
 * it stays in one file.
 */
export const ask = { question, askControl, askNote, askStyle, askWords, enAsk, toAnswer };
