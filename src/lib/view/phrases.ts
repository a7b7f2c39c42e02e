/** Where a Chinese heading may be broken into lines. */

/**
 * The text in pieces that belong together: up to a comma, a semicolon, a colon or a full stop, and a day
 * or a bracket at the end by itself. Joined they are the text; one that has none of these is one piece.
 */
export function phrases(text: string): readonly string[] {
  return text
    .replace(/[，；：。]+|\d日(?=[^，；：。、）])/g, '$&\n')
    .replace(/（[^（）]*）$/, '\n$&')
    .split('\n')
    .filter((phrase) => phrase !== '');
}
