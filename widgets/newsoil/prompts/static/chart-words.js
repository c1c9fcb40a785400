// @ts-check
/** Where the words of a chart may not be broken into two lines. */

/** A number and the word that it counts stay on one line, and so do two numbers, as in “2 of 7”. @param {string} text */
export const whole = (text) => text && text.replace(/\b([0-9]{1,3}) (of|to|and) (?=[0-9])/g, "$1\u00a0$2\u00a0").replace(/\b([0-9]{1,3}) (?=\S)/g, "$1\u00a0");

/** A heading, in which each count of a list stays on one line too, if it is short: “4 led somewhere”, and so does a name of two words before it. @param {string} text */
export const headed = (text) => whole(text.replace(/^(\S+) (\S+,)/, "$1\u00a0$2").replace(/([,:] )([0-9]{1,3}(?: [^\s,.:]+){1,3})(?=[,.]|$)/g, (_, before, count) => before + count.replaceAll(" ", "\u00a0")));

/** A text in pieces, of which every second is a word with a hyphen: a browser would break it there. @param {string} text */
export const pieces = (text) => text.split(/(\S*[^\s-]-[^\s-]\S*)/);
