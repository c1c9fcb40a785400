// @ts-check
/** A soft sound when the time of a block is over. It is off until somebody wants it, and then plays once, so that they know it. */
import { h } from "../../../prompts/static/dom.js";
import { words } from "./given.js";

const TONES = [392, 523.25], LONG = 1.8, QUIET = 0.09;

/** @returns {{node: HTMLElement, play: () => void}} */
export function drawSound() {
  /** @type {AudioContext | null} */
  let context = null;
  const wanted = h("input", { type: "checkbox", on: { change: () => play() } });

  function play() {
    if (!wanted.checked) return;
    const air = (context ??= new AudioContext());
    void air.resume();
    TONES.forEach((pitch, place) => {
      const tone = new OscillatorNode(air, { frequency: pitch }), soft = new GainNode(air, { gain: 0 }), from = air.currentTime + place * 0.45;
      soft.gain.linearRampToValueAtTime(0, from);
      soft.gain.linearRampToValueAtTime(QUIET, from + 0.12);
      soft.gain.exponentialRampToValueAtTime(0.0001, from + LONG);
      tone.connect(soft).connect(air.destination);
      tone.start(from);
      tone.stop(from + LONG);
    });
  }
  return { node: h("label", { class: "room-check" }, wanted, h("span", {}, words.sound)), play };
}
