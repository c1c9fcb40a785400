// @ts-check
/**
 * What a kind of prompt draws. `change(value, typing)` tells of a new value (`null`: none any more); `show(value)` sets the inputs to a
 * value that came from elsewhere. `text` gives the form of a text for the reader's situation,
 * `own` are words that the person added in earlier notes.
 *
 * @typedef {{prompt: any, id: string, describedby: string | undefined, words: Record<string, string>, text: (text: any) => string,
 *   change: (value: any, typing: boolean) => void, links: {id: string, day: string, words: string}[], own: string[], language: string}} Place
 * @typedef {{node: HTMLElement, show: (value: any) => void}} Drawn
 * @typedef {(place: Place) => Drawn} Draw
 */
export {};
