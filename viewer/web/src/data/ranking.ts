/**
 * How well a name answers what was typed: 0 not at all; more for the whole name, its beginning, the beginning of a word in it, any
 * part of it, and least for letters in their order. All words that were typed have to be found.
 */
export function rank(name: string, typed: string): number {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const lower = name.toLowerCase();
  const ranks = words.map((word) => rankOfWord(lower, word));
  if (ranks.length === 0 || ranks.includes(0)) {
    return 0;
  }
  // Of two that fit alike, the shorter is more of what was typed.
  return Math.min(...ranks) - Math.min(lower.length, 99) / 1000;
}

function rankOfWord(name: string, word: string): number {
  if (name === word) {
    return 5;
  }
  const at = name.indexOf(word);
  if (at === 0) {
    return 4;
  }
  if (at > 0) {
    return beginsWord(name, word) ? 3 : 2;
  }
  return inOrder(name, word) ? 1 : 0;
}

function beginsWord(name: string, word: string): boolean {
  for (let at = name.indexOf(word); at >= 0; at = name.indexOf(word, at + 1)) {
    if (at === 0 || /[^\p{L}\p{N}]/u.test(name[at - 1] as string)) {
      return true;
    }
  }
  return false;
}

function inOrder(name: string, word: string): boolean {
  let at = 0;
  for (const letter of word) {
    at = name.indexOf(letter, at);
    if (at < 0) {
      return false;
    }
    at += letter.length;
  }
  return true;
}
