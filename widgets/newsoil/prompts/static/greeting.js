// @ts-check
/** What a page says first to its kernel. The page's own script says it before any module is there (`server/static/knock.js`), and modules where it did not. */
import { now } from "./clock.js";

/** The stage or page that the address names, or nothing. */
export const named = () => decodeURIComponent(location.hash.match(/^#\/([\w-]+)/)?.[1] ?? "");

/** An exercise says when it is, since days begin and end where the person is. */
export const exerciseGreeting = () => ({ kind: "hello", at: now() });

/** The page says where it wants to be, and in which way it believes its notes to be kept. */
export const pageGreeting = () => ({ ...exerciseGreeting(), stage: named(), way: document.documentElement.dataset.keep });
